// swift-tools-version: 6.2
import PackageDescription

// In CI a warning is an error.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])
  // libFuzzer sees what of the program, but not of its dependencies, an input reaches.
  + (Context.environment["ZONAL_FUZZ"] == "guided" ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

// The commit that is built, as Packaging/revision knows it; a build without it says that it doesn't.
let revision: [CSetting] = [
  .define("ZONAL_COMMIT", to: "\"\(Context.environment["ZONAL_COMMIT"] ?? "")\""),
  .define("ZONAL_COMMIT_TIME", to: Context.environment["SOURCE_DATE_EPOCH"] ?? "0"),
]

// What libFuzzer drives (Fuzz/README.md): an executable that no other build has.
let fuzzing: [Target] =
  Context.environment["ZONAL_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Pipeline", "BOSH", "InstanceGroups", "Resources", "YAML", "Diagnostics", "Machine",
      ],
      path: "Fuzz/Sources", swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  ]

// Low to high: a target imports only what stands above it here (docs/architecture.md).
let package = Package(
  name: "zonal",
  products: [
    .executable(name: "zonal", targets: ["zonal"]),
    .library(name: "Pipeline", targets: ["Pipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    // Without the trait that brings Foundation in.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // The system's libyaml, found through pkg-config.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // The system's RE2 for C: expressions in Go's language, matched in linear time.
    // What it needs of C++ comes behind it, where a linker of static libraries looks.
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
    // The system's Nettle, and GMP below it, for digests and RSA: small, and nothing of it runs before it is called.
    .target(
      name: "CNettle",
      linkerSettings: [.linkedLibrary("hogweed"), .linkedLibrary("nettle"), .linkedLibrary("gmp")]),
    // Digests and keys that sign.
    .target(name: "Cryptography", dependencies: ["CNettle"], swiftSettings: settings),
    // The commit that is built.
    .target(name: "CRevision", cSettings: revision),
    // The pages of docs/ within the program.
    .target(name: "CManual"),
    // Script and style of the pages that are written.
    .target(
      name: "CPages",
      exclude: [
        "graph-text.js", "graph-state.js", "graph-page.js", "graph.js", "graph.css", "report.js",
        "report.css",
        "page.css",
      ]),
    // Files and other programs.
    .target(
      name: "Machine",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // Positions, messages, and how they are shown.
    .target(name: "Diagnostics", swiftSettings: settings),
    // Bytes to a tree with positions, and back to kustomize's bytes.
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
    // Kubernetes objects: identity, field paths, selectors, patches.
    .target(
      name: "Resources",
      dependencies: ["CRE2", "Cryptography", "YAML", "Diagnostics"],
      swiftSettings: settings),
    // What transformers of kustomization files do to objects: names, labels, patches, replacements, references, order.
    .target(
      name: "Transforms", dependencies: ["Resources", "YAML", "Diagnostics"], swiftSettings: settings),
    // Files that a build may read: a directory and its bounds, what is shared, what Git and curl fetch.
    .target(
      name: "Files", dependencies: ["Resources", "YAML", "Diagnostics", "Machine"], swiftSettings: settings),
    // Other programs that make objects: helm, functions, plugins.
    .target(
      name: "Programs", dependencies: ["Files", "Resources", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    // kustomization files: loading, bases and components, generators, and the transformers that each asks for.
    .target(
      name: "Layers",
      dependencies: ["Programs", "Files", "Transforms", "Resources", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    // Topology and InstanceGroup, and their expansion into StatefulSets and Services.
    .target(
      name: "InstanceGroups", dependencies: ["Resources", "YAML", "Diagnostics"], swiftSettings: settings),
    // BOSH manifests: operations, variables, release jobs, links and templates; gives groups to InstanceGroups.
    .target(
      name: "BOSH",
      dependencies: [
        "InstanceGroups", "Resources", "Cryptography", "YAML", "Diagnostics", "Machine",
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: settings),
    // The groups that running objects are; builds what it guesses with InstanceGroups, to see whether it comes out as it is.
    .target(
      name: "Adoption", dependencies: ["InstanceGroups", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    // Two sets of objects compared, and what a change means for what runs.
    .target(
      name: "Changes", dependencies: ["CPages", "Cryptography", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    // Where the fields of an object come from, of what a build noted while it ran.
    .target(
      name: "Explain", dependencies: ["Changes", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    // What runs where and what selects it, drawn in several formats.
    .target(
      name: "Graph",
      dependencies: ["Changes", "Resources", "YAML", "Diagnostics"], swiftSettings: settings),
    // A set of rendered objects looked over for what can't work.
    .target(name: "Checks", dependencies: ["Resources", "YAML", "Diagnostics"], swiftSettings: settings),
    // Texts changed in the lines that a change is about, and what changes a kustomization file.
    .target(
      name: "Edits", dependencies: ["Files", "Transforms", "Resources", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    // The whole build as one function; the only public surface.
    .target(
      name: "Pipeline",
      dependencies: [
        "Layers", "Programs", "Files", "Transforms", "BOSH", "Adoption", "Edits", "InstanceGroups", "Changes",
        "Explain", "Graph", "Checks", "Resources", "YAML", "Diagnostics", "Machine", "CRevision",
      ],
      swiftSettings: settings),
    // What editors ask while sources are written, over standard input and output.
    .target(
      name: "LanguageServer",
      dependencies: [
        "Pipeline", "Layers", "Files", "Transforms", "Edits", "BOSH", "InstanceGroups", "Changes", "Explain",
        "Checks", "Resources", "YAML", "Diagnostics", "Machine",
      ],
      swiftSettings: settings),
    // The command line.
    .executableTarget(
      name: "zonal",
      dependencies: [
        "Pipeline", "LanguageServer", "CManual",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // In place of the C library's malloc, where threads wait for one another.
      linkerSettings: [.linkedLibrary("jemalloc")]),
    .testTarget(
      name: "InstanceGroupsTests", dependencies: ["InstanceGroups", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: settings),
    .testTarget(name: "MachineTests", dependencies: ["Machine"], swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "Diagnostics", "CLibYAML"], swiftSettings: settings),
    .testTarget(
      name: "ResourcesTests", dependencies: ["Resources", "YAML", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "TransformsTests", dependencies: ["Transforms", "YAML", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "FilesTests", dependencies: ["Files", "YAML", "Diagnostics", "Machine"], swiftSettings: settings),
    .testTarget(
      name: "ProgramsTests", dependencies: ["Programs", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    .testTarget(
      name: "LayersTests", dependencies: ["Layers", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "BOSHTests",
      dependencies: [
        "BOSH", "InstanceGroups", "Resources", "Cryptography", "YAML", "Diagnostics", "Machine",
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AdoptionTests", dependencies: ["Adoption", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "EditsTests", dependencies: ["Edits", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    .testTarget(
      name: "ChangesTests", dependencies: ["Changes", "Resources", "YAML", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(name: "ChecksTests", dependencies: ["Checks"], swiftSettings: settings),
    .testTarget(
      name: "GraphTests",
      dependencies: ["Graph", "Changes", "Resources", "Cryptography", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "YAML", "Diagnostics", "Machine"],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: ["LanguageServer", "YAML"], exclude: ["client.py"],
      swiftSettings: settings),
    // The built program, run as a user runs it.
    .testTarget(
      name: "CommandTests", dependencies: ["zonal", "Machine"], exclude: ["edits"],
      swiftSettings: settings),
    // Folders of inputs and what comes of them, through the whole pipeline.
    .testTarget(
      name: "GoldenTests", dependencies: ["Pipeline", "YAML", "Diagnostics", "Machine"],
      exclude: [
        "adopted", "adoptions", "cases", "plans", "checks", "examples", "functions", "interpolate",
        "programs",
      ],
      swiftSettings: settings),
  ] + fuzzing
)
