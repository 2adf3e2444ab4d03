internal import Glibc
internal import SwiftASN1

/// From when and until when a certificate is valid.
struct Validity {
  private let start: Int
  private let end: Int

  /// From now on.
  init(days: Int) {
    start = time(nil)
    end = start + days * 86_400
  }

  func write(into serializer: inout DER.Serializer) throws {
    try serializer.appendConstructedNode(identifier: .sequence) { serializer in
      for moment in [start, end] { try Self.write(moment, into: &serializer) }
    }
  }

  /// Until 2049 a certificate says times with two digits of the year (RFC 5280, 4.1.2.5).
  private static func write(_ moment: Int, into serializer: inout DER.Serializer) throws {
    var moment = moment
    var parts = tm()
    gmtime_r(&moment, &parts)
    let year = Int(parts.tm_year) + 1900
    let (month, day) = (Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    let (hours, minutes, seconds) = (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec))
    if year < 2050 {
      try serializer.serialize(
        try UTCTime(year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds))
    } else {
      try serializer.serialize(
        try GeneralizedTime(
          year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds,
          fractionalSeconds: 0))
    }
  }
}
