internal import Resources

/// What a text has to look like where the API server looks closer than at its type (Kubernetes 1.34,
/// `apimachinery/pkg/util/validation`).
enum TextFormat: String, Sendable {
  case label = "dns-label"
  case subdomain = "dns-subdomain"
  case pathSegment = "path-segment"
  case portName = "port-name"
  case variable
  case image
  case cron
  case timeZone = "time-zone"
  case labelKey = "label-key"
  case labelValue = "label-value"
  case annotationKey = "annotation-key"
  case configKey = "config-key"
  case resourceName = "resource-name"
  case address = "ip"
  case clusterAddress = "cluster-ip"
  case block = "cidr"
  // Of what is an integer or a string.
  case port
  case share
  // For maps.
  case labels
  case annotationKeys = "annotation-keys"
  case configKeys = "config-keys"
  case resourceNames = "resource-names"

  /// What the keys of a map have to look like, when it is for maps.
  var ofKeys: TextFormat? {
    switch self {
    case .labels: .labelKey
    case .annotationKeys: .annotationKey
    case .configKeys: .configKey
    case .resourceNames: .resourceName
    default: nil
    }
  }

  var ofValues: TextFormat? { self == .labels ? .labelValue : nil }

  /// The rule that a text breaks which does not look like this.
  var rule: SchemaRule {
    switch self {
    case .labelKey, .labelValue, .annotationKey, .labels, .annotationKeys: .invalidLabel
    case .image: .invalidImage
    case .cron, .timeZone: .invalidSchedule
    case .address, .clusterAddress, .block: .invalidAddress
    case .share: .unknownValue
    default: .invalidName
    }
  }

  /// What it is, and how it is written.
  var demand: (what: String, hint: String) {
    switch self {
    case .label: ("a DNS label", "write lower-case letters, digits and hyphens, at most 63 characters")
    case .subdomain:
      (
        "a DNS name",
        "write lower-case letters, digits, hyphens and dots, with a letter or digit at both ends"
      )
    case .pathSegment: ("a name", "it can't be \".\" or \"..\", or hold / or %")
    case .portName:
      (
        "a name of a port",
        "write at most 15 lower-case letters, digits and hyphens, at least one letter, no hyphen at an end"
      )
    case .variable: ("a name of a variable", "write characters of ASCII, but no \"=\"")
    case .image: ("a reference to an image", "write [REGISTRY/]NAME[:TAG][@DIGEST], the name in lower case")
    case .cron:
      ("a schedule", "write minute, hour, day of month, month and day of week, or @daily and its like")
    case .timeZone: ("a time zone", "name one of the IANA database, such as Etc/UTC")
    case .labelKey, .labels:
      (
        "a key of a label",
        "write [DNS-NAME/]NAME: at most 63 letters, digits, \"-\", \"_\" and \".\", a letter or digit at both ends"
      )
    case .labelValue:
      (
        "a value of a label",
        "write at most 63 letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends"
      )
    case .annotationKey, .annotationKeys:
      (
        "a key of an annotation",
        "write [DNS-NAME/]NAME: at most 63 letters, digits, \"-\", \"_\" and \".\", a letter or digit at both ends"
      )
    case .configKey, .configKeys: ("a key of data", "write letters, digits, \"-\", \"_\" and \".\"")
    case .resourceName, .resourceNames:
      (
        "a resource of containers",
        "write cpu, memory, ephemeral-storage, hugepages-SIZE, or one with its domain: DOMAIN/NAME"
      )
    case .port: ("a port", "write a number of 1 to 65535, or the name of a port")
    case .share: ("a number of pods", "write a number, or a percentage such as \"25%\"")
    case .address: ("an IP address", "write one of IPv4 or IPv6")
    case .clusterAddress: ("an IP address", "write one of IPv4 or IPv6, or None for a headless Service")
    case .block: ("a block of addresses", "write an address and the length of its prefix, such as 10.0.0.0/8")
    }
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .label: DNSName.isLabel(text)
    case .subdomain: DNSName.isSubdomain(text)
    case .pathSegment: text != "." && text != ".." && !text.utf8.contains { "/%".utf8.contains($0) }
    case .portName: DNSName.isPortName(text)
    case .variable:
      !text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
    case .image: ImageName.isValid(text)
    case .cron: CronSchedule.isValid(text)
    case .timeZone: !text.isEmpty && text.utf8.allSatisfy(Self.isOfTimeZone) && !text.hasPrefix("/")
    case .labelKey, .labels: QualifiedName.isValid(text)
    case .annotationKey, .annotationKeys: QualifiedName.isValid(text.lowercased())
    case .labelValue: QualifiedName.isLabelValue(text)
    case .configKey, .configKeys:
      (1...253).contains(text.utf8.count) && text.utf8.allSatisfy(QualifiedName.isPart) && text != "."
        && !text.hasPrefix("..")
    case .resourceName, .resourceNames: Self.isResource(text)
    case .port: DNSName.isPortName(text)
    case .share: text.hasSuffix("%") && text.utf8.count > 1 && text.utf8.dropLast().allSatisfy(Self.isDigit)
    case .address: NetworkAddress.isAddress(text)
    case .clusterAddress: text.isEmpty || text == "None" || NetworkAddress.isAddress(text)
    case .block: NetworkAddress.isBlock(text)
    }
  }

  /// The numbers that it allows in place of a text.
  var numbers: ClosedRange<Int>? {
    switch self {
    case .port: 1...65535
    case .share: 0...Int(Int32.max)
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isOfTimeZone(_ byte: UInt8) -> Bool {
    QualifiedName.isPart(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
  }

  /// Names without a domain are Kubernetes' own.
  private static func isResource(_ text: String) -> Bool {
    QualifiedName.isValid(text)
      && (text.utf8.contains(UInt8(ascii: "/")) || text.hasPrefix("hugepages-")
        || ["cpu", "memory", "ephemeral-storage", "storage"].contains(text))
  }
}
