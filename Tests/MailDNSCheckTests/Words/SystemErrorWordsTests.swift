import Glibc
import Testing

@testable import MailDNSCheck

@Suite("What the system and libidn2 say, in words of the reader")
struct SystemErrorWordsTests {
  @Test(
    "an error that files and networks have has its words",
    arguments: [
      (ENOENT, "ファイルがありません"), (EACCES, "アクセス権がありません"), (EISDIR, "ディレクトリです"),
      (ENOSPC, "ディスクに空きがありません"), (ECONNREFUSED, "接続を拒否されました"),
      (ECONNRESET, "接続がリセットされました"),
    ] as [(Int32, String)])
  func known(code: Int32, japanese: String) {
    let error = Errno(code: code)
    #expect(error.wording == Wording(error.description, japanese))
  }

  @Test("each is half a sentence, in Japanese letters alone")
  func table() throws {
    let glossary = try Glossary()
    for (code, text) in Errno.japanese {
      #expect(!text.hasSuffix("。") && text.unicodeScalars.allSatisfy { !$0.isASCII }, "\(code): \(text)")
      #expect(glossary.faults(in: text) == [])
    }
  }

  @Test("another one stays in English, with its number")
  func unknown() {
    let error = Errno(code: EDOM)
    #expect(error.wording.english == error.description)
    #expect(error.wording.japanese == "\(error.description)(エラー番号\(EDOM))")
  }

  @Test("libidn2's reasons are by their numbers; one that is not known shows what the library says")
  func idna() {
    #expect(IDNARefusal(code: -304, text: "x").japanese == "日本語ドメイン名に使えない文字が含まれています")
    for code in [-100, -101, -102, -200, -201, -202, -204, -207, -208] + Array(-311 ... -300) + [-314] {
      #expect(!IDNARefusal(code: Int32(code), text: "x").japanese.contains("x、"), "\(code)")
    }
    #expect(IDNARefusal(code: -999, text: "a\u{1B}").japanese == "日本語ドメイン名として認められません(a\\027、エラー番号-999)")
  }

  @Test("a file that can't be read or written says why in Japanese, behind its name and a blank")
  func files() {
    #expect(
      ProgramError.input(path: "x", Errno(code: ENOENT)).wording.japanese == "x を読み込めません: ファイルがありません")
    #expect(
      ProgramError.output(path: "/nonexist/x", Errno(code: EACCES)).wording.japanese
        == "/nonexist/x に書き込めません: アクセス権がありません")
    #expect(
      ProgramError.output(path: nil, Errno(code: EPIPE)).wording.japanese == "標準出力に書き込めません: 出力先が閉じられました")
  }

  @Test("a folder that is missing is called no file where the path, or what is done with it, shows it")
  func folders() {
    let missing = Errno(code: ENOENT)
    #expect(ProgramError.zoneFile(path: "z/", missing).wording.japanese == "z/ を読み込めません: ディレクトリがありません")
    #expect(ProgramError.zoneFile(path: "z", missing).wording.japanese == "z を読み込めません: ファイルがありません")
    #expect(ProgramError.input(path: "m/", missing).wording.japanese == "m/ を読み込めません: ディレクトリがありません")
    #expect(ProgramError.output(path: "o/x", missing).wording.japanese == "o/x に書き込めません: ディレクトリがありません")
    #expect(
      ProgramError.input(path: "list/", Errno(code: ENOTDIR)).wording.japanese
        == "list/ を読み込めません: ディレクトリではありません")
    #expect(ProgramError.zoneFile(path: "z/", missing).wording.english == "can't read z/: \(missing)")
  }
}
