/// Public keys in base64, made with OpenSSL: `spki` is a SubjectPublicKeyInfo, `pkcs1` a bare RSAPublicKey.
enum KeyFixtures {
  static let spki512 = """
    MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALlIW29D3R9ZuZhWyzg6Pi4Z47/GGCVa28ejGeTxN3TdQBcQTIk+SyoXXovHQkBe\
    cyH57uCAL6epzwp26n3zlVMCAwEAAQ==
    """
  static let pkcs1x512 = """
    MEgCQQC5SFtvQ90fWbmYVss4Oj4uGeO/xhglWtvHoxnk8Td03UAXEEyJPksqF16Lx0JAXnMh+e7ggC+nqc8Kdup985VTAgMB\
    AAE=
    """
  static let spki768 = """
    MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhALV/BCr4FQFY0/Zip98lH/QiOD+mi9YSBO7iD0zVb3p6BtZ/BsMmzEQAsvGlHn35\
    KE/+A7jVuLPag6Zd0n9XxwfspGJOZaUIo69auNPkoZPNpVptSrY6XB0Dl44MxXHgdQIDAQAB
    """
  static let pkcs1x768 = """
    MGgCYQC1fwQq+BUBWNP2YqffJR/0Ijg/povWEgTu4g9M1W96egbWfwbDJsxEALLxpR59+ShP/gO41biz2oOmXdJ/V8cH7KRi\
    TmWlCKOvWrjT5KGTzaVabUq2OlwdA5eODMVx4HUCAwEAAQ==
    """
  static let spki1024 = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDdQY5T3oXd70O2h7lxyDVdw4MPvscgPIwzcPhFB3XG14d2V3z/QelczEqK\
    NAKSSCkAmjPi2aUlUs7m4VQB3H55PYVwn3ALPp3xiB/GuNgrCInKhhlOOHSuiBjdGBMzcqkGFQY+Vww6T9wPZBXEhxo6/ql+\
    GiSpKdURgUhCkKwWgwIDAQAB
    """
  static let pkcs1x1024 = """
    MIGJAoGBAN1BjlPehd3vQ7aHuXHINV3Dgw++xyA8jDNw+EUHdcbXh3ZXfP9B6VzMSoo0ApJIKQCaM+LZpSVSzubhVAHcfnk9\
    hXCfcAs+nfGIH8a42CsIicqGGU44dK6IGN0YEzNyqQYVBj5XDDpP3A9kFcSHGjr+qX4aJKkp1RGBSEKQrBaDAgMBAAE=
    """
  static let spki2048 = """
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnWTm1KVpT+ytbIPgEz4wl0ptuTVy8USA5E4QnQEv1++mi8UWulKG\
    3r+sEd+NtR1mUPCSNPzAGJzqhZG5eVHOTw6dHGJT2MnvlqsSTvs7//PvqYx52CgMZ9DQsalUsAlsWpTAZYSjeE/aQms7o66w\
    z5NHgwaptvchdkXt+OeS3wrWsgaFjKOWMbusn83LIMIv8cUBp03Es1kdIh4AB/rkwZKtIo8HQKfu+yKj3/xkGkLpjFyZYQz7\
    wHsqDwlUDPkVcVfUGd2GXOtHcousu7/eT4ftuXhPUJuX5i/0YJmSixIa3lL8VZmY81LfpoL0DCfP00AFoo74BPrWBEmi43BY\
    VQIDAQAB
    """
  static let pkcs1x2048 = """
    MIIBCgKCAQEAnWTm1KVpT+ytbIPgEz4wl0ptuTVy8USA5E4QnQEv1++mi8UWulKG3r+sEd+NtR1mUPCSNPzAGJzqhZG5eVHO\
    Tw6dHGJT2MnvlqsSTvs7//PvqYx52CgMZ9DQsalUsAlsWpTAZYSjeE/aQms7o66wz5NHgwaptvchdkXt+OeS3wrWsgaFjKOW\
    Mbusn83LIMIv8cUBp03Es1kdIh4AB/rkwZKtIo8HQKfu+yKj3/xkGkLpjFyZYQz7wHsqDwlUDPkVcVfUGd2GXOtHcousu7/e\
    T4ftuXhPUJuX5i/0YJmSixIa3lL8VZmY81LfpoL0DCfP00AFoo74BPrWBEmi43BYVQIDAQAB
    """
  static let spki4096 = """
    MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAqyrBtHHzWldZftvr6/J7oUw/hp099o8j5Y5r5AmR3DHP+cC444e+\
    He53y0KbGVjaLqeXvEI2VRILNoqN1XR1uPqNUjFvX5737Y80th3ERFtFE0nvnJ1pcXgyYg6VmQAZsFHLTX+qMZWAsyUT6Pnn\
    3Tt7oL0q2qDzu6OYmjrkSwpAaJUadvo97Umb4lHgMv6LvclIh7QVvJqoe1ztu9SpRQE/PKCwg9vvPAso5qpDk8NM8NzaWzI7\
    DkaUzbqY0GW/UDX5mrFn7AnhqUDkaN1Ek+tKM3QaA1AU/0u0u4CRqcN39yubsTh4p4Mi/jT5/m65KSjESdlplQtJ6O1lCkKv\
    OYqWRHsB5M81NxQiuF2CL5sGRlVok9fnTjn5Wr44KHRA9NQfXg3LOVNTT/Gdg2H/WXKruVNjqtaQOQcI4R0O+04HFyGAxax+\
    Qh82M+v6a1wu8j6kWGEdUWAI5ZJpZ4E56NvnrGhsgYgqF4woW57Xvaik/gT2hJchk+lb2C0zVsqnB2aqhD1VGCZE1oyW42W1\
    nVfN6Bdo+k4ylmv9iD85wnNb2mJZcjJLgeIDCkQiG61tW44y9nNrL1v1YctYeX7ike7+8jnotc1pANRM0B2Bp6nhIUh0XwbB\
    Fg5IH7uTRLvIpJKcKFjLV9KSzCm2AaNQEXe/8dTqCCPHwPjOdq9KIXsCAwEAAQ==
    """
  static let pkcs1x4096 = """
    MIICCgKCAgEAqyrBtHHzWldZftvr6/J7oUw/hp099o8j5Y5r5AmR3DHP+cC444e+He53y0KbGVjaLqeXvEI2VRILNoqN1XR1\
    uPqNUjFvX5737Y80th3ERFtFE0nvnJ1pcXgyYg6VmQAZsFHLTX+qMZWAsyUT6Pnn3Tt7oL0q2qDzu6OYmjrkSwpAaJUadvo9\
    7Umb4lHgMv6LvclIh7QVvJqoe1ztu9SpRQE/PKCwg9vvPAso5qpDk8NM8NzaWzI7DkaUzbqY0GW/UDX5mrFn7AnhqUDkaN1E\
    k+tKM3QaA1AU/0u0u4CRqcN39yubsTh4p4Mi/jT5/m65KSjESdlplQtJ6O1lCkKvOYqWRHsB5M81NxQiuF2CL5sGRlVok9fn\
    Tjn5Wr44KHRA9NQfXg3LOVNTT/Gdg2H/WXKruVNjqtaQOQcI4R0O+04HFyGAxax+Qh82M+v6a1wu8j6kWGEdUWAI5ZJpZ4E5\
    6NvnrGhsgYgqF4woW57Xvaik/gT2hJchk+lb2C0zVsqnB2aqhD1VGCZE1oyW42W1nVfN6Bdo+k4ylmv9iD85wnNb2mJZcjJL\
    geIDCkQiG61tW44y9nNrL1v1YctYeX7ike7+8jnotc1pANRM0B2Bp6nhIUh0XwbBFg5IH7uTRLvIpJKcKFjLV9KSzCm2AaNQ\
    EXe/8dTqCCPHwPjOdq9KIXsCAwEAAQ==
    """
  /// A modulus whose highest bit is clear.
  static let spki1023 = """
    MIGeMA0GCSqGSIb3DQEBAQUAA4GMADCBiAKBgFa2nUeMtJQCDR1TD4baq38A7DSuw85l9HeZ0VxSmDzW/JjRZ3DQ2gp4qa1j\
    QVZZ/w2yrLiZod4szuH8o/iJS2KP3PJykUKDP1+aH7fbltdcbyzw6UtgV5Ihu7Gx2RmPG8UObnrnVg1OumisXlM80FrvnDeO\
    jeC4VzBqGFzD0r5fAgMBAAE=
    """
  /// 1024 bits, exponent 3.
  static let spkiExponent3 = """
    MIGdMA0GCSqGSIb3DQEBAQUAA4GLADCBhwKBgQDVcnIxijhQzd8dqbwALzqbmJrP4c0eCtEScn5fVtYiZ2vNtRaRhP+2st0o\
    LIs5wuzBPdLE297f6qaF7Rcd9hy7Swo9vWspANnIH6IV6B9x/cmW1zbhSKFwQhnQ0MjB9jI+bThxgIEt/jujy95VRjBOJsjE\
    WNDahdDnS97lrVFA5QIBAw==
    """
  /// A P-256 key.
  static let ellipticCurve = """
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjYDyM4HYkjUawnCnglJYEw6Mp+HKeyCk20f9BbEDP5WIRJ7zreUWhjBeZoGK\
    dT8AmHaCtNvkukBEotKrRmttTw==
    """
  /// An Ed25519 key as SubjectPublicKeyInfo (RFC 8410 §4).
  static let ed25519Wrapped = "MCowBQYDK2VwAyEAt/KFqB3/Md7cKJDCH3rabQuquHUhlGxgZw2qlR00gjU="
  /// RFC 8463 appendix A.2, selector `brisbane`.
  static let rfc8463Ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
  /// RFC 8463 appendix A.2, selector `test`.
  static let rfc8463RSA = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi\
    0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G\
    +2kryOTIKT+l/K4w3QIDAQAB
    """
}
