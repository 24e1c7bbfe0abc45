/// What the receiving side made of a message, a line for each part.
struct MessageJudgementLines {
  let message: MessageExamination
  let language: Language

  var lines: [(name: Wording, value: String)] {
    var lines: [(Wording, String)] = []
    if let text = filter { lines.append((.messageFilterLine, text)) }
    if let text = folder { lines.append((.messageColumnFolder, text)) }
    for text in authentication { lines.append((.messageAuthentication, text)) }
    for signature in message.signatures { lines.append((.messageSignature, self.text(signature))) }
    if let found = message.marks?.originalSender ?? message.marks?.skipListed {
      let state: Wording = message.marks?.originalSender != nil ? .messageApplied : .messageOnlyTried
      let sender = [found.address?.description, found.domain.map { VisibleText.shortened($0) }].compactMap(
        \.self)
      lines.append((.messageEnhancedFiltering, "\(state[language]): \(sender.joined(separator: " "))"))
    }
    return lines
  }

  /// `SCL -1, SFV:SKN (…), CAT:NONE, BCL 0`.
  private var filter: String? {
    let verdict = message.verdict
    var parts: [String] = []
    if let level = verdict.level { parts.append("SCL \(level)") }
    if let filter = verdict.filter {
      let meaning = (MessageVerdict.filterWording(filter) ?? .messageUnknownCode)[language]
      parts.append("SFV:\(VisibleText.shortened(filter)) (\(meaning))")
    }
    if let category = verdict.category {
      let isKnown = MessageVerdict.knownCategories.contains(category)
      let meaning = isKnown ? MessageCodeWords.category(category) : .messageUnknownCode
      parts.append(
        "CAT:\(VisibleText.shortened(category))" + (meaning.map { " (\($0[language]))" } ?? ""))
    }
    if let level = verdict.bulkLevel { parts.append("BCL \(level)") }
    if let value = message.report?.addressVerdict { parts.append("IPV:\(VisibleText.shortened(value))") }
    if let value = message.report?.safety {
      let meaning = (MessageCodeWords.safety(value) ?? .messageUnknownCode)[language]
      parts.append("SFTY:\(VisibleText.shortened(value)) (\(meaning))")
    }
    if let value = message.report?.direction { parts.append("DIR:\(VisibleText.shortened(value))") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `dest:I`, and for the inbox, where nobody asks unless the message lies elsewhere, what that means.
  private var folder: String? {
    guard let delivery = message.delivery, let destination = delivery.destination else { return nil }
    let text = "dest:\(VisibleText.shortened(destination))"
    guard let folder = delivery.folder else { return "\(text) (\(Wording.messageUnknownCode[language]))" }
    let name = "\(text) (\(folder.wording[language]))"
    return folder == .inbox ? "\(name): \(Wording.messageMovedLater[language])" : name
  }

  private var authentication: [String] {
    let authentication = message.authentication
    guard let results = authentication.results?.results else { return [] }
    var lines = results.prefix(20).compactMap { result -> String? in
      guard ["spf", "dkim", "dmarc", "compauth", "arc"].contains(result.method) else { return nil }
      return text(result)
    }
    if authentication.judged == .gateway { lines.append(Wording.messageGatewaySeen[language]) }
    return lines
  }

  private func text(_ result: AuthenticationResults.Result) -> String {
    var text = "\(result.method)=\(VisibleText.shortened(result.value))"
    for name in ["smtp.mailfrom", "header.d", "header.from", "action", "reason"] {
      if let value = result.properties[name] { text += " \(name)=\(VisibleText.shortened(value))" }
    }
    if let comment = result.comment { text += " (\(VisibleText.shortened(comment)))" }
    if isOverridden(result) { text += " [\(Wording.messageDelivered[language])]" }
    if result.method == "arc", result.value == "fail", message.way.stations.contains(.securemx) {
      text += " [\(Wording.messageChangedByGateway[language])]"
    }
    if result.method == "compauth", let reason = result.properties["reason"] {
      text += ": " + (CompositeReason(code: reason).wording ?? .messageUnknownCode)[language]
    }
    return text
  }

  /// Whether what the sender's policy asks for was not done: `oreject` says so, the others show by where the message lies.
  private func isOverridden(_ result: AuthenticationResults.Result) -> Bool {
    switch result.properties["action"]?.asciiLowercased {
    case "oreject": true
    case "quarantine", "reject": message.verdict.folder == .inbox
    default: false
    }
  }

  private func text(_ signature: SignatureField) -> String {
    var text =
      "d=\(VisibleText.shortened(signature.domain ?? "-")) s=\(VisibleText.shortened(signature.selector ?? "-"))"
    if let end = signature.expiresAt {
      let isExpired = signature.isExpired(at: message.receivedAt) == true
      text +=
        Wording.listSeparator[language]
        + (isExpired ? Wording.messageExpired : .messageExpires(end))[language]
    }
    return text
  }
}
