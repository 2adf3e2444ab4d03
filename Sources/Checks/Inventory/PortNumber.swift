internal import YAML

/// A port's number with its protocol, because 53 of UDP is another port than 53 of TCP.
struct PortNumber {
  /// `53/UDP`, at the number's place.
  let node: Node

  init?(_ port: Node) { self.init(port, field: "containerPort") }

  init?(_ port: Node, field: String) {
    guard let number = port[field], let text = number.text else { return nil }
    node = .string("\(text)/\(port["protocol"]?.text ?? "TCP")", at: number.position)
  }
}
