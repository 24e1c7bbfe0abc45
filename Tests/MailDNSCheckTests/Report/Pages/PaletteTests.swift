import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The colours of pages")
struct PaletteTests {
  private static let palettes: [(name: String, palette: Palette)] = [("light", .light), ("dark", .dark)]

  /// WCAG 2.2, "relative luminance".
  private func luminance(_ color: UInt32) -> Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double(color >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  /// WCAG 2.2, "contrast ratio".
  private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("the ratio is computed as WCAG has it")
  func ratio() {
    #expect(contrast(0x000000, 0xFFFFFF) == 21)
    #expect(abs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01)
  }

  @Test("texts have a contrast of 4.5 (WCAG 2.2 §1.4.3, AA)", arguments: palettes.map(\.name))
  func texts(name: String) throws {
    let palette = try #require(Self.palettes.first { $0.name == name }).palette
    for (text, ground) in Palette.texts {
      let ratio = contrast(palette[text], palette[ground])
      #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
    }
  }

  @Test("lines that say something have one of 3 (§1.4.11)", arguments: palettes.map(\.name))
  func lines(name: String) throws {
    let palette = try #require(Self.palettes.first { $0.name == name }).palette
    for (line, ground) in Palette.lines {
      let ratio = contrast(palette[line], palette[ground])
      #expect(ratio >= 3, "\(line) on \(ground): \(ratio)")
    }
  }

  @Test("every colour is written on something, or is a ground, in both palettes")
  func complete() {
    let used = Set(Palette.texts.flatMap { [$0.text, $0.ground] } + [.line])
    #expect(used == Set(Palette.Role.allCases))
    for (_, palette) in Self.palettes {
      #expect(palette.declarations.components(separatedBy: ":#").count == Palette.Role.allCases.count + 1)
    }
  }

  @Test("the style sheet has nothing that would have to be escaped, loads nothing, and knows every class")
  func sheet() {
    let text = PageStyle.standard.text
    #expect(!text.contains { "<>&".contains($0) })
    #expect(!text.contains("url(") && !text.contains("@import"))
    for name in text.matches(of: /\.([a-z][a-z-]*)/).map({ String($0.1) }) {
      #expect(PageClass(rawValue: name) != nil, "\(name)")
    }
  }
}
