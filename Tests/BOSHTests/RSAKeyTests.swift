import Cryptography
import Testing

@testable import BOSH

/// Against keys and a signature that OpenSSL made.
@Suite struct RSAKeyTests {
  private static let pkcs1 = """
    -----BEGIN RSA PRIVATE KEY-----
    MIICXgIBAAKBgQDlW6JbBawcPEukjmGc0yCTH0LI1p9DzBwv3Ma78MhHQzuzyvAn
    zvqm+vEqLGWZuP/+DxRgfcK6AYmpRBdoJ60V+SQiyAOrCdjT9ohyrSEOk+PmhLA1
    DUOypDn0IITRy4cYzwOdbpnUx5GkjDfR5GcZXSTDFAIvz4t0rgZvL8FLFQIDAQAB
    AoGBAMo3zp+eEq8aYj8F4f5ZD2FnsIRO5kDqVvfEGdxeYNaj6qGMjc0rakeK/NKI
    LlQojlu7g+XHO8av0GXSyShlwu3u6FHvD0gMl8/dB6nqxjFlRO4us7ngel1UgRqP
    Od3aKNxYZ7hrRIkXDzGCul51SE9RT/eQuy0pC4dc6UusuL0JAkEA/fEwSD1LXY0k
    cFLLVOOGXKFZ0joZsFHh4SsRXhdPZ5pr35OGWNYnb2bSQklGu0WDhcKvo3Vnk0u5
    7hZan8owUwJBAOc3ceLTTkMOMqll9YW7T8rGTfs6NqvinGz5AOccJxixQI1Y9ahI
    qOgqExkC6Nbs4MnWhZmrh6pA/GXtDBvnSfcCQQC2WfzW0xUMf6777ahPM/cnC0Jp
    wQjzYUk3nOqiy1Bc0DnIWbJulpHI4Gf5646cKeWxJsVjNoqC7iz8uBapidI7AkBc
    F5pVxOH8FVCaZhDXlhae5kMzGCmkZpr1UGxKoMz1qcvTQKZ/w4j7B58ZrC3/RNP3
    sGkAHvDnIAEnu7XB+2pbAkEAxjw+oQBZwgu59jTj7fm3jKmpd63JWIJy7ZBXD/Fj
    QSyCmpOQVckjVAMCYLikXF64qpHih2tYaTMpsqhchhMNiA==
    -----END RSA PRIVATE KEY-----
    """

  private static let pkcs8 = """
    -----BEGIN PRIVATE KEY-----
    MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBAOVbolsFrBw8S6SO
    YZzTIJMfQsjWn0PMHC/cxrvwyEdDO7PK8CfO+qb68SosZZm4//4PFGB9wroBialE
    F2gnrRX5JCLIA6sJ2NP2iHKtIQ6T4+aEsDUNQ7KkOfQghNHLhxjPA51umdTHkaSM
    N9HkZxldJMMUAi/Pi3SuBm8vwUsVAgMBAAECgYEAyjfOn54SrxpiPwXh/lkPYWew
    hE7mQOpW98QZ3F5g1qPqoYyNzStqR4r80oguVCiOW7uD5cc7xq/QZdLJKGXC7e7o
    Ue8PSAyXz90HqerGMWVE7i6zueB6XVSBGo853doo3FhnuGtEiRcPMYK6XnVIT1FP
    95C7LSkLh1zpS6y4vQkCQQD98TBIPUtdjSRwUstU44ZcoVnSOhmwUeHhKxFeF09n
    mmvfk4ZY1idvZtJCSUa7RYOFwq+jdWeTS7nuFlqfyjBTAkEA5zdx4tNOQw4yqWX1
    hbtPysZN+zo2q+KcbPkA5xwnGLFAjVj1qEio6CoTGQLo1uzgydaFmauHqkD8Ze0M
    G+dJ9wJBALZZ/NbTFQx/rvvtqE8z9ycLQmnBCPNhSTec6qLLUFzQOchZsm6Wkcjg
    Z/nrjpwp5bEmxWM2ioLuLPy4FqmJ0jsCQFwXmlXE4fwVUJpmENeWFp7mQzMYKaRm
    mvVQbEqgzPWpy9NApn/DiPsHnxmsLf9E0/ewaQAe8OcgASe7tcH7alsCQQDGPD6h
    AFnCC7n2NOPt+beMqal3rclYgnLtkFcP8WNBLIKak5BVySNUAwJguKRcXriqkeKH
    a1hpMymyqFyGEw2I
    -----END PRIVATE KEY-----
    """

  private static let publicPEM = """
    -----BEGIN PUBLIC KEY-----
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDlW6JbBawcPEukjmGc0yCTH0LI
    1p9DzBwv3Ma78MhHQzuzyvAnzvqm+vEqLGWZuP/+DxRgfcK6AYmpRBdoJ60V+SQi
    yAOrCdjT9ohyrSEOk+PmhLA1DUOypDn0IITRy4cYzwOdbpnUx5GkjDfR5GcZXSTD
    FAIvz4t0rgZvL8FLFQIDAQAB
    -----END PUBLIC KEY-----
    """

  @Test(arguments: [pkcs1, pkcs8]) func isReadAndWritten(pem: String) throws {
    let key = try #require(RSAKey(pem: pem))
    #expect(key.pem == Self.pkcs1 + "\n")
    #expect(key.publicPEM == Self.publicPEM + "\n")
  }

  @Test func signsAsOthersDo() throws {
    let key = try #require(RSAKey(pem: Self.pkcs1)).key
    let signature = try #require(key.signature(for: Array("The bytes that are signed".utf8)))
    #expect(
      signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        == "8ed2788bde2d168b0bce45e0b7d8b355f8f6f56d9e30d1edbd6c19dcfde145e989ea13199d9f7ead82516f3cff8b4d1e"
        + "0d9cab92a059723504435fa5a43eeb64955e41e9f5e3a2839574264ac6290ab2d40fc9c3586a60de100e0c5fea7e3ae1"
        + "df5700fc98f684f8493bf727ce7b445141b7d54739fcf7dfbbbbef1c9cf86cfd")
  }

  private static let short = """
    -----BEGIN RSA PRIVATE KEY-----
    MIIBOgIBAAJBALbwnnjx0tWipRdkVL0w/86g5E8S5j3dkroGaGVNSbZS69Kic8Qw
    TI1coGF1mg8IXb7kg1bfY0qTwn24g0G16GMCAwEAAQJAORka7TbVDlboXkezZyVv
    AigXelK0yCRrEmLDnLKlyiDKVUPC204xtetUwmEwRIjvbDg2iguKxm0BkRzXzi15
    +QIhAN4Zj6ojHCTWxffCSd3ICVtSe6LTxR2elMlDd+yeQ8HdAiEA0tznSHIYgp9v
    SiXF9zPlMOQJBofB3dILkGK1hQquTz8CIFLFY+0cOJjiEdVL6wtkSVhnXPxJv+RR
    /VEke8ULFmVhAiEAicc5gEa86SzQBPzle373NJjrpM6zyALk93Tn8oRmHPUCIHxG
    SbsafaiavoCxI60WF65DOa2EV6AcTAujqtGxj3GS
    -----END RSA PRIVATE KEY-----
    """

  private static let elliptic = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV/qZyTDtIuLsjXI6
    sRbkkIVQ3zo94/+w+Bc/AisneWGhRANCAATdp6XH6k3UQs0vEDZoFP5e8vm9eC4P
    S6rBKZtuvHrujHu0fFuZoRtBdkO2N+uihyxdLcWMkhEKftPhHmOo2ZKA
    -----END PRIVATE KEY-----
    """

  @Test(arguments: [
    "", "text", short, elliptic, publicPEM, String(pkcs1.dropLast(40)),
    // A byte of a prime is another one.
    pkcs1.replacing("DUOypDn0IITRy4cYzwOdbpnUx5Gkj", with: "DUOypDn0IITRy4cYzwOdbpnUx5Gkk"),
    pkcs1.replacing("RSA PRIVATE", with: "EC PRIVATE"), pkcs8.replacing(" PRIVATE", with: " RSA PRIVATE"),
  ])
  func isNothingElse(pem: String) {
    #expect(RSAKey(pem: pem) == nil)
  }
}
