/// The words around raw answers.
extension Wording {
  static func noDataAnswer(_ name: DomainName, _ type: RecordType, _ denial: Answer.Denial) -> Wording {
    let source = denial.wording
    return Wording(
      "NODATA: \(name) has no \(type) record (\(source.english))",
      "NODATA: \(name) に\(type)レコードはありません(\(source.japanese))")
  }

  static func noSuchNameAnswer(_ name: DomainName, _ denial: Answer.Denial) -> Wording {
    let source = denial.wording
    return Wording(
      "NXDOMAIN: \(name) does not exist (\(source.english))",
      "NXDOMAIN: \(name) は存在しません(\(source.japanese))")
  }

  static func lookupFailed(_ failure: Failure) -> Wording {
    Wording("DNS could not tell: \(failure.wording.english)", "確認できず: \(failure.wording.japanese)")
  }

  static func zoneFileSource(_ path: String) -> Wording {
    Wording("zone file \(VisibleText(path))", "ゾーンファイル \(VisibleText(path))")
  }

  static let authoritativeFlag = Wording("authoritative (AA)", "権威サーバの応答(AA)")
  static let authenticatedFlag = Wording("DNSSEC validated (AD)", "DNSSEC検証済み(AD)")

  static func extendedErrorRemark(_ error: ExtendedError) -> Wording {
    Wording("extended error \(error.code): \(error)", "拡張エラー\(error.code): \(error)")
  }
}

extension Answer.Denial {
  /// Which zone denies, and for how long that may be kept.
  fileprivate var wording: Wording {
    guard let zone else { return Wording("no SOA record in the answer", "応答にSOAレコードなし") }
    guard let timeToLive else { return Wording("zone \(zone)", "ゾーン \(zone)") }
    let time = TimeSpan(seconds: timeToLive).wording
    return Wording(
      "zone \(zone), negative TTL \(time.english)", "ゾーン \(zone)、ネガティブTTL \(time.japanese)")
  }
}
