extension LibCurl: HTTPSLibrary {
  func response(to request: HTTPSRequest) throws(MTASTSPolicyFailure) -> HTTPSResponse {
    let list = request.addresses.map { address in
      switch address {
      case .v4: "\(address)"
      case .v6: "[\(address)]"
      }
    }
    let outcome = transfer(
      Request(
        url: "https://\(request.authority)\(request.path)",
        resolution: "\(request.host):\(request.port):" + list.joined(separator: ","),
        timeout: request.timeout, maximumSize: request.maximumSize, userAgent: request.userAgent,
        authorities: request.authorities))
    guard let outcome else { throw .timedOut }
    if outcome.isCutShort { throw .tooLarge }
    if outcome.result != 0 { throw outcome.failure }
    return HTTPSResponse(status: outcome.status, mediaType: outcome.mediaType, body: outcome.body)
  }
}

extension LibCurl.Outcome {
  fileprivate var failure: MTASTSPolicyFailure {
    switch result {
    case 28: .timedOut
    case 60: certificateFailure
    case 77: .noTrustStore
    default: .connection(text)
    }
  }

  /// OpenSSL's numbers (x509_vfy.h), and the bits of GnuTLS (gnutls_certificate_status_t), which are all larger but for one.
  private var certificateFailure: MTASTSPolicyFailure {
    switch verification {
    case 1: .certificate(.otherName)
    case 128... where verification & 1 << 10 != 0: .certificate(.expired)
    case 128... where verification & 1 << 9 != 0: .certificate(.notYetValid)
    case 128... where verification & 1 << 14 != 0: .certificate(.otherName)
    default: MTASTSPolicyFailure(refusedBy: verification)
    }
  }
}
