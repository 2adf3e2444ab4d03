internal import CManual

/// The pages of `docs/` that the program carries: `zonal help TOPIC` prints them on machines without a network.
enum HelpTopics {
  static let names = pages.map { String(cString: $0.topic) }

  /// - Returns: Markdown, as it is in `docs/`; `nil` for what is no topic.
  static func page(_ topic: String) -> String? {
    guard let page = pages.first(where: { String(cString: $0.topic) == topic }) else { return nil }
    let bytes = UnsafeRawBufferPointer(start: page.text, count: Int(page.length))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static var pages: UnsafeBufferPointer<zonal_page> {
    UnsafeBufferPointer(start: zonal_pages, count: Int(zonal_page_count))
  }
}
