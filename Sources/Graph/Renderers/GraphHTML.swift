package import Changes
internal import Diagnostics

/// A page in which zones, nodes and pods can be taken away: one file that needs nothing else and asks no network.
///
/// The script works out what is left from the JSON of the graph, so that page and programs read the same.
package struct GraphHTML {
  private let graph: ZoneGraph

  package init(_ graph: ZoneGraph) {
    self.graph = graph
  }

  /// For pages that hold more.
  package var part: HTMLPage.Part {
    HTMLPage.Part(body: body, style: PageAsset.graphStyle, script: PageAsset.graphScript)
  }

  package var text: String { HTMLPage(GraphText.summary(graph), [part]).text }

  private var body: String {
    """
    <section class="zg" aria-label="What runs where">
    <div class="zg-bar">
    <label>Search <input class="zg-search" type="search" placeholder="group, pod, Service or budget"></label>
    <span class="zg-found" role="status"></span>
    <button type="button" class="zg-reset">put everything back</button>
    <button type="button" class="zg-scheme">dark or light</button>
    </div>
    <noscript><p>This page works with a script, which is switched off: <code>zonal graph --format svg</code> draws \
    without one.</p></noscript>
    \(Self.explanation)
    <section class="zg-status" role="status" aria-label="What is left"></section>
    <section class="zg-plan" aria-label="The change" hidden></section>
    <div class="zg-scroll" role="region" aria-label="Groups by zones" tabindex="0">
    <table class="zg-table"><thead></thead><tbody></tbody></table></div>
    <section class="zg-others" aria-label="Services and budgets of no single group"></section>
    <section class="zg-drains" aria-label="Draining a node"><h2>Draining a node</h2>
    <table><thead><tr><th scope="col">node</th><th scope="col">pods</th><th scope="col">goes</th><th scope="col">because</th></tr></thead>\
    <tbody></tbody></table></section>
    <script type="application/json">\(GraphJSON(graph).text)</script>
    </section>
    """
  }

  private static let explanation = """
    <details><summary>How to read this</summary>
    <p>Click a zone, a node or a pod to take it away, and again to put it back. With the keyboard: tab to it, arrows go from pod \
    to pod, Enter takes away, / searches.</p>
    <p>What must stay of a group is what its <code>survive</code> promises. Manifests that were rendered earlier carry no promise: \
    then it is a majority, of two pods one, and of a Deployment one.</p>
    <p>Nobody knows the nodes before there are any. A zone is drawn with as many as the most pods that one of its StatefulSets \
    keeps apart, one pod on each; pods that nothing keeps apart are all on node 1, where they may well be. What only prefers to be \
    apart is drawn apart.</p>
    <p>Pods that no zone is known of stay when zones go. Services whose pods a program marks keep an endpoint as long as one of \
    the pods is there that it may mark.</p>
    </details>
    """
}
