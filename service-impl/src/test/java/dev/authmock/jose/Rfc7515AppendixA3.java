package dev.authmock.jose;

/**
 * The example of an ES256 signature.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#appendix-A.3">RFC 7515, Appendix A.3</a>
 */
final class Rfc7515AppendixA3 {

  static final String JWK = """
      {"kty":"EC","crv":"P-256",
       "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
       "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
      """;

  static final String PUBLIC_JWK = """
      {"kty":"EC","crv":"P-256",
       "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
      """;

  static final String JWS = "eyJhbGciOiJFUzI1NiJ9."
      + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
      + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
      + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSA"
      + "pmWQxfKTUJqPP3-Kg6NU1Q";

  private Rfc7515AppendixA3() {}
}
