/// What the sender's side says of a message, a line for each field.
struct MessageClaimLines {
  let message: MessageExamination
  let language: Language

  var lines: [(name: Wording, value: String)] {
    let claims = MessageClaims(message)
    var lines = claims.fields.map { field in
      (
        name: field.name.text.contains("auth") ? Wording.messageAuthentication : .messageFilterLine,
        value: VisibleText.shortened(field.name.text) + ": "
          + VisibleText(field.value.prefix(240)).description
      )
    }
    if !claims.seals.isEmpty {
      let text = claims.seals.map { seal in
        "i=\(seal.instance) \(VisibleText.shortened(seal.domain)) cv=\(VisibleText.shortened(seal.validity))"
      }
      lines.append((Wording(verbatim: "ARC"), text.prefix(5).joined(separator: ", ")))
    }
    return lines
  }
}
