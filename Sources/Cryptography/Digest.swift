internal import CNettle

/// A function that sums bytes up, such that other bytes with the same sum are not found by accident.
///
/// MD5 and SHA-1 are here for names and identifiers that others made with them: they protect nothing.
package enum Digest {
  case md5, sha1, sha256, sha512

  package func sum(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: cnettle_digest_size(function)) { sum, count in
      count = sum.count
      cnettle_sum(function, bytes, bytes.count, sum.baseAddress)
    }
  }

  private var function: cnettle_digest {
    switch self {
    case .md5: CNETTLE_MD5
    case .sha1: CNETTLE_SHA1
    case .sha256: CNETTLE_SHA256
    case .sha512: CNETTLE_SHA512
    }
  }
}
