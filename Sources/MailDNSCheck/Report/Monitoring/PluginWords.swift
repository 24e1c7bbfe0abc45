/// The words of the monitoring plugin. Those of the first line are short: all of it has 80 columns.
extension Wording {
  /// What stands before the domains with something to say, `states` being how many are in which state.
  static func pluginDomains(_ count: Int, _ states: [(state: ExitStatus, count: Int)]) -> Wording {
    let english = states.map { "\($0.count.grouped) \($0.state.word)" }.joined(separator: ", ")
    let japanese = states.map { "\($0.state.word) \($0.count.grouped)" }.joined(separator: "、")
    return Wording("\(count.counting("domain", "domains")), \(english)", "\(count.grouped)ドメイン: \(japanese)")
  }

  /// Between that and the domains.
  static let pluginDomainsEnd = Wording(": ", "; ")

  static let noProblemFound = Wording("no problem found", "問題なし")

  /// `uncounted` is how many findings --fail-on leaves out.
  static func pluginPraise(_ route: RouteID, uncounted: Int) -> Wording {
    let rest =
      uncounted > 0
      ? Wording("\(uncounted.grouped) below --fail-on", "--fail-on 未満の検出事項\(uncounted.grouped)件")
      : noProblemFound
    return Wording("route \(route.rawValue), ", "経路 \(route.rawValue)、") + rest
  }

  /// Rather a fault of the resolver than a change at each.
  static func pluginSudden(_ changed: Int, of compared: Int) -> Wording {
    Wording(
      "\(changed.grouped) of \(compared.grouped) changed at once",
      "\(compared.grouped)件中\(changed.grouped)件が一度に変化")
  }

  static let noAnswer = Wording("no answer from DNS", "DNSサーバから応答なし")

  static func noAnswerWithin(_ limit: TimeLimit) -> Wording {
    Wording(
      "no answer from DNS within \(limit.secondsText) s", "DNSサーバから\(limit.secondsText)秒以内に応答なし")
  }

  static func timeLimitReached(_ limit: TimeLimit) -> Wording {
    Wording("not finished within \(limit.secondsText) s", "\(limit.secondsText)秒以内に終わらず")
  }
}

extension PluginReport.Alert {
  var wording: Wording {
    let value = PluginFigures.text(of: figure, value) + figure.unit.rawValue
    let name = figure.rawValue
    return range.alertsInside
      ? Wording("\(name) \(value) in \(range.interval)", "\(name) \(value) が \(range.interval) の範囲内")
      : Wording("\(name) \(value) not in \(range.interval)", "\(name) \(value) が \(range.interval) の範囲外")
  }
}

extension ThresholdRangeError {
  var wording: Wording {
    switch self {
    case .empty: Wording("it is empty", "空です")
    case .notNumber(let text):
      Wording(
        "'\(VisibleText.shortened(text))' is no decimal number",
        "'\(VisibleText.shortened(text))' は10進数ではありません")
    case .misplacedInfinity: Wording("~ may only stand before the colon", "~ を書けるのはコロンの前だけです")
    case .startAboveEnd: Wording("its start is above its end", "始点が終点より大きい範囲です")
    }
  }
}
