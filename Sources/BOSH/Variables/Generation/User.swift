internal import YAML

/// A name and a password with its hash, as CredHub makes them.
struct User {
  var name: String
  var password: String
  var hash: String

  static func random(_ options: UserOptions) -> User {
    let password = Password.random(length: options.length)
    return User(
      name: options.username ?? Password.random(length: Password.defaultLength), password: password,
      hash: SHA512Crypt.hash(password, salt: Password.random(length: 8)))
  }

  var node: Node { .strings([("password", password), ("password_hash", hash), ("username", name)]) }
}

/// What can be set for a user.
struct UserOptions: Sendable {
  var username: String?
  var length = Password.defaultLength

  static func read(_ node: Node, _ reader: Reader) -> UserOptions? {
    if node.isNull { return UserOptions() }
    guard var options = schema.decode(node, reader) else { return nil }
    if options.length == 0 { options.length = Password.defaultLength }
    return options
  }

  private static let schema = Schema<UserOptions>("a user's options", initial: UserOptions()) {
    Field("username", .scalarText, \.username, "The name; random by default.")
    Field("length", Password.length, \.length, "The number of characters of the password; 20 by default.")
  }
}
