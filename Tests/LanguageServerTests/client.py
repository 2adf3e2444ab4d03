#!/usr/bin/env python3
"""Talks to `zonal lsp` as editors do, with the client of pytest-lsp (pygls), and with bytes that no client sends.

    client.py --binary PATH [NAME ...]

Each case is a tree of its own and a server of its own; NAMEs choose cases by parts of their names. What the client finds to
be against the protocol fails, too.
"""
import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

from lsprotocol import types as lsp
from pytest_lsp import LspSpecificationWarning, client_capabilities, make_test_lsp_client

PUBLISH = "textDocument/publishDiagnostics"
EDITORS = ["visual-studio-code", "neovim", "emacs"]
CASES = []

TREE = {
    "base/kustomization.yaml": """\
resources:
- topology.yaml
- web.yaml
- account.yaml
configMapGenerator:
- name: settings
  files: [settings.txt]
""",
    "base/settings.txt": "a=b\n",
    "base/account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n",
    "base/topology.yaml": """\
apiVersion: zonal/v1alpha1
kind: Topology
metadata:
  name: shop
spec:
  zones:
  - name: z1
  - {name: z2}
""",
    "base/web.yaml": """\
apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata:
  name: web
spec:
  instances: 1
  zones: [z1, z2]
  lists:
    peers: {each: $(instance.name)}
  zoneOverrides:
    z2: {instances: 2}
  template:
    spec:
      serviceAccountName: web
      containers:
      - name: web
        image: nginx:1.27
        env:
        - {name: PEERS, value: $(list.peers)}
        volumeMounts:
        - {name: settings, mountPath: /mnt}
      volumes:
      - name: settings
        configMap: {name: settings}
""",
    "overlays/production/kustomization.yaml": """\
namePrefix: eu-
resources:
- ../../base
replicas:
- name: web
  count: 3
images:
- name: nginx
  newTag: "1.28"
patches:
- path: web.yaml
- target: {kind: InstanceGroup, name: web}
  patch: |-
    - op: replace
      path: /spec/zoneOverrides/z2/instances
      value: 1
""",
    "overlays/production/web.yaml": """\
apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata:
  name: web
spec:
  rollout:
    strategy: SyncWaves
    order: [z2, z1]
""",
}


def case(function):
    CASES.append(function)
    return function


class Editor:
    """A client with a tree on the disk, in which places are told by the text that they stand before."""

    def __init__(self, binary, directory, tree):
        self.binary, self.root, self.client = binary, Path(directory).resolve(), make_test_lsp_client()
        self.texts, self.versions, self.watched = {}, {}, []

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def watch(parameters: lsp.RegistrationParams):
            self.watched += [registration.method for registration in parameters.registrations]

        for name, text in tree.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def uri(self, name):
        return (self.root / name).as_uri()

    async def start(self, editor="neovim", folders=True):
        await self.client.start_io(self.binary, "lsp", "--stdio")
        folder = lsp.WorkspaceFolder(self.root.as_uri(), "tree")
        self.name = editor
        self.result = await self.client.initialize_session(lsp.InitializeParams(
            capabilities=client_capabilities(editor), root_uri=self.root.as_uri() if folders else None,
            workspace_folders=[folder] if folders else None))

    async def stop(self):
        await self.client.shutdown_session()
        return self.client._server.returncode

    # Documents

    def open(self, name, text=None):
        self.texts[name] = (self.root / name).read_text() if text is None else text
        self.versions[name] = 1
        self.client.diagnostics.pop(self.uri(name), None)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(
            lsp.TextDocumentItem(self.uri(name), "yaml", 1, self.texts[name])))

    def change(self, name, old, new):
        """Puts a text in the place of another, as a range."""
        assert old in self.texts[name], old
        edit = lsp.TextDocumentContentChangePartial(lsp.Range(self.place(name, old), self.place(name, old, behind=True)), new)
        self.texts[name] = self.texts[name].replace(old, new, 1)
        self.send_change(name, edit)

    def replace(self, name, text):
        self.texts[name] = text
        self.send_change(name, lsp.TextDocumentContentChangeWholeDocument(text))

    def send_change(self, name, edit):
        self.versions[name] += 1
        self.client.diagnostics.pop(self.uri(name), None)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name)), [edit]))

    def close(self, name):
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.document(name)))

    def document(self, name):
        return lsp.TextDocumentIdentifier(self.uri(name))

    def place(self, name, words, behind=False):
        """Where words stand first, in units of UTF-16."""
        text = self.texts[name] if name in self.texts else (self.root / name).read_text()
        assert words in text, f"{words!r} is not in {name}"
        before = text[:text.index(words) + (len(words) if behind else 0)]
        line = before.rsplit("\n", 1)[-1]
        return lsp.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    # Questions

    def at(self, name, words, behind=False):
        return lsp.TextDocumentPositionParams(self.document(name), self.place(name, words, behind))

    async def diagnostics(self, name):
        """What is wrong in an open file, once its last change was looked at."""
        async with asyncio.timeout(20):
            while self.uri(name) not in self.client.diagnostics:
                await self.client.wait_for_notification(PUBLISH)
        return list(self.client.diagnostics[self.uri(name)])

    async def hover(self, name, words):
        found = await self.client.text_document_hover_async(lsp.HoverParams(self.document(name), self.place(name, words)))
        return found.contents.value if found else None

    async def complete(self, name, words):
        """Completes behind words."""
        found = await self.client.text_document_completion_async(
            lsp.CompletionParams(self.document(name), self.place(name, words, behind=True)))
        return {item.label: item for item in found.items}

    async def type(self, name, old, new):
        """Writes something, and completes behind it."""
        self.change(name, old, new)
        return await self.complete(name, new)

    def named(self, locations):
        """Places as `file:line`, from 1."""
        return sorted(f"{location.uri.removeprefix(self.root.as_uri() + '/')}:{location.range.start.line + 1}"
                      for location in locations or [])

    async def definition(self, name, words):
        return self.named(await self.client.text_document_definition_async(
            lsp.DefinitionParams(self.document(name), self.place(name, words))))

    async def references(self, name, words, declaration=True):
        return self.named(await self.client.text_document_references_async(lsp.ReferenceParams(
            lsp.ReferenceContext(declaration), self.document(name), self.place(name, words))))

    async def actions(self, name, words):
        place = self.place(name, words)
        return await self.client.text_document_code_action_async(lsp.CodeActionParams(
            self.document(name), lsp.Range(place, place), lsp.CodeActionContext(diagnostics=[]))) or []

    def applied(self, edit, name):
        """The text of a file after an edit of the workspace."""
        text = self.texts[name] if name in self.texts else (self.root / name).read_text()
        lines = text.splitlines(keepends=True) + [""]

        def offset(place):
            units = lines[place.line].encode("utf-16-le")[:2 * place.character] if place.line < len(lines) else b""
            return sum(map(len, lines[:place.line])) + len(units.decode("utf-16-le"))

        for change in sorted(edit.changes[self.uri(name)], key=lambda change: offset(change.range.start), reverse=True):
            text = text[:offset(change.range.start)] + change.new_text + text[offset(change.range.end):]
        return text


def codes(diagnostics):
    return sorted(diagnostic.code for diagnostic in diagnostics)


def build(editor, directory):
    return subprocess.run([editor.binary, "build", directory], cwd=editor.root, capture_output=True, text=True)


# Lifecycle

@case
async def a_session_begins_and_ends(editor):
    assert editor.result.server_info.name == "zonal"
    assert editor.result.capabilities.position_encoding == "utf-16"
    assert await editor.stop() == 0


@case
async def unknown_methods_are_refused(editor):
    try:
        await editor.client.text_document_formatting_async(lsp.DocumentFormattingParams(
            editor.document("base/web.yaml"), lsp.FormattingOptions(2, True)))
    except Exception as error:
        assert "there is no method" in str(error), error
    else:
        raise AssertionError("formatting was answered")


# Diagnostics

@case
async def unsaved_text_counts(editor):
    name = "base/web.yaml"
    editor.open(name)
    assert await editor.diagnostics(name) == []
    editor.change(name, "zones: [z1, z2]", "zones: [z1, z3]")
    assert codes(await editor.diagnostics(name)) == ["unknown-zone", "unknown-zone"]
    found = editor.client.diagnostics[editor.uri(name)][0]
    assert (found.code, found.source, found.severity) == ("unknown-zone", "zonal", lsp.DiagnosticSeverity.Error)
    assert found.range == lsp.Range(lsp.Position(6, 14), lsp.Position(6, 16)), found.range
    assert "did you mean" in found.message, found.message
    editor.change(name, "z3", "z2")
    assert await editor.diagnostics(name) == []


@case
async def findings_of_check_are_told(editor):
    name = "base/web.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.change(name, "{name: settings, mountPath", "{name: nothing, mountPath")
    found = await editor.diagnostics(name)
    checked = subprocess.run([editor.binary, "check", "overlays/production", "--format", "json"], cwd=editor.root,
                             capture_output=True, text=True)
    assert "unknown-volume" not in checked.stdout, "the disk was changed"
    assert "unknown-volume" in codes(found), codes(found)


@case
async def mistakes_are_told_in_the_file_they_are_in(editor):
    name = "overlays/production/web.yaml"
    editor.open(name)
    assert await editor.diagnostics(name) == []
    editor.open("base/web.yaml")
    editor.replace("base/web.yaml", editor.texts["base/web.yaml"].replace("instances: 1", "instanses: 1", 1))
    assert "unknown-field" in codes(await editor.diagnostics("base/web.yaml"))
    assert editor.client.diagnostics.get(editor.uri(name), ()) == ()


@case
async def what_is_mended_is_taken_back(editor):
    base, overlay = "base/topology.yaml", "base/web.yaml"
    editor.open(base)
    await editor.diagnostics(base)
    editor.change(base, "- {name: z2}", "- {name: z9}")
    async with asyncio.timeout(20):
        while not editor.client.diagnostics.get(editor.uri(overlay)):
            await editor.client.wait_for_notification(PUBLISH)
    editor.close(base)
    async with asyncio.timeout(20):
        while editor.client.diagnostics.get(editor.uri(overlay)):
            await editor.client.wait_for_notification(PUBLISH)


@case
async def syntax_is_looked_at_everywhere(editor):
    for name, text in [("loose.yaml", "a: [b\n"), ("overlays/production/kustomization.yaml", "resources: [\n"),
                       ("base/account.yaml", "a: b: c\n")]:
        editor.open(name, text)
        assert await editor.diagnostics(name), name


@case
async def files_of_no_kustomization_are_read_by_themselves(editor):
    editor.open("ops.yaml", "- type: replase\n  path: /a\n  value: 1\n")
    assert len(await editor.diagnostics("ops.yaml")) == 1
    editor.open("zones.yaml", TREE["base/topology.yaml"].replace("spec:", "spec:\n  zonez: []"))
    assert "unknown-field" in codes(await editor.diagnostics("zones.yaml"))
    editor.open("zonal.yaml", "check: {rules: {nothing: off}}\n")
    assert "unknown-rule" in codes(await editor.diagnostics("zonal.yaml"))
    editor.open("notes.yaml", "anything: goes\n")
    assert await editor.diagnostics("notes.yaml") == []


@case
async def places_are_counted_in_utf16(editor):
    name = "base/kustomization.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.change(name, "- topology.yaml", "- {\U0001F600: é, x: \"\\U0001F600\"} # \U0001F600")
    editor.change(name, "{\U0001F600: é, x: \"\\U0001F600\"} #", "topology.yaml #")
    editor.change(name, "files:", "# \U0001F600\U0001F600\n  files:")
    assert await editor.diagnostics(name) == [], editor.client.diagnostics[editor.uri(name)]


@case
async def files_on_the_disk_are_read_again(editor):
    name = "base/kustomization.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    dynamic = client_capabilities(editor.name).workspace.did_change_watched_files.dynamic_registration
    assert editor.watched == (["workspace/didChangeWatchedFiles"] if dynamic else []), (editor.name, editor.watched)
    editor.change(name, "- account.yaml", "- account.yaml\n- more.yaml")
    assert codes(await editor.diagnostics(name)) == ["missing-file"]
    editor.write("base/more.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n")
    editor.client.diagnostics.clear()
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(
        [lsp.FileEvent(editor.uri("base/more.yaml"), lsp.FileChangeType.Created)]))
    assert await editor.diagnostics(name) == []
    editor.write("base/more.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadatas: {}\n")
    editor.client.diagnostics.clear()
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(
        [lsp.FileEvent(editor.uri("base/more.yaml"), lsp.FileChangeType.Changed)]))
    assert await editor.diagnostics("base/more.yaml")


@case
async def what_the_server_may_not_do_is_no_mistake(editor):
    name = "overlays/production/kustomization.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    for text in ("helmCharts: [{name: web, releaseName: web}]", "resources: ['https://example.com/a//b?ref=v1']"):
        editor.replace(name, text + "\n")
        found = await editor.diagnostics(name)
        assert [one.severity for one in found] == [lsp.DiagnosticSeverity.Information], found


@case
async def values_of_secrets_are_not_told(editor):
    editor.write("base/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  key: [hidden-word]\n")
    name = "base/kustomization.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.change(name, "- account.yaml", "- account.yaml\n- secret.yaml")
    await editor.diagnostics(name)
    editor.open("base/secret.yaml")
    for text in (editor.texts["base/secret.yaml"], editor.texts["base/secret.yaml"].replace("[hidden-word]", "hidden-word")):
        editor.replace("base/secret.yaml", text)
        await editor.diagnostics("base/secret.yaml")
        told = str(editor.client.diagnostics) + str(await editor.hover("base/secret.yaml", "hidden-word"))
        told += str(await editor.hover("base/secret.yaml", "key"))
        assert "hidden" not in told, told
    assert "***" in told, told
    editor.replace(name, TREE[name] + "secretGenerator:\n- name: s\n  literals: [word=hidden-word]\n")
    told = str(await editor.diagnostics(name)) + await editor.hover(name, "literals") + await editor.hover(name, "word=")
    assert "hidden" not in told.replace("`", "") and "***" in told, told


# Hover

@case
async def a_field_is_explained(editor):
    name = "base/web.yaml"
    editor.open(name)
    text = await editor.hover(name, "instances: 1")
    assert "`spec.instances`: number, 0 to 1000000, required" in text, text
    assert "The number of instances" in text
    editor.change(name, "instances: 1\n", "instances: 1\n  instancesPolicy: PerZone\n")
    text += await editor.hover(name, "instancesPolicy")
    assert "Default: `PerZone`" in text, text
    text = await editor.hover("base/kustomization.yaml", "configMapGenerator")
    assert "`configMapGenerator`" in text, text
    text = await editor.hover(name, "serviceAccountName")
    assert "`spec.template.spec.serviceAccountName`: string" in text, text
    assert "`StatefulSet eu-web-z0`" in text and "`StatefulSet eu-web-z1`" in text
    assert await editor.hover("base/settings.txt", "a") is None


@case
async def a_value_is_followed_into_the_output(editor):
    name = "base/web.yaml"
    editor.open(name)
    text = await editor.hover(name, "nginx:1.27")
    assert "`StatefulSet eu-web-z0`" in text and "`nginx:1.28`" in text and "(changed again later)" in text, text
    assert "Becomes, in `production`" in text, text
    editor.change("base/web.yaml", "serviceAccountName: web", "serviceAccountName: other")
    text = await editor.hover(name, "other")
    assert "`other`" in text, text


@case
async def nothing_is_said_where_nothing_is(editor):
    editor.open("base/web.yaml")
    for name, text in [("base/web.yaml", "{each"), ("base/broken.yaml", "a: [")]:
        if name not in editor.texts:
            editor.open(name, text)
        await editor.hover(name, text)
    assert await editor.hover("base/broken.yaml", "a") is None


# Completion

@case
async def fields_are_completed(editor):
    name = "base/kustomization.yaml"
    editor.open(name)
    found = await editor.type(name, "configMapGenerator:\n- name: settings\n  files: [settings.txt]\n", "na")
    assert {"namespace", "namePrefix", "nameSuffix"} <= found.keys() and "resources" not in found, found.keys()
    assert found["namespace"].text_edit.new_text == "namespace: "
    assert found["namespace"].text_edit.range.start.character == 0


@case
async def fields_of_groups_are_completed(editor):
    name = "base/web.yaml"
    editor.open(name)
    found = await editor.type(name, "  instances: 1\n", "  inst")
    assert "instances" in found and "instancesPolicy" in found and "lists" not in found, found.keys()
    assert "required" in found["instances"].detail
    editor.replace(name, TREE[name])
    found = await editor.type(name, "      serviceAccountName: web\n", "      serv")
    assert "serviceAccountName" in found, found.keys()
    editor.replace(name, TREE[name])
    found = await editor.type(name, "        image: nginx:1.27\n", "        ima")
    assert "image" in found and "imagePullPolicy" in found and "name" not in found, found.keys()
    found = await editor.type(name, "        ima", "        livenessProbe: {http")
    assert "httpGet" in found, found.keys()


@case
async def words_are_completed(editor):
    name = "base/web.yaml"
    editor.open(name)
    found = await editor.type(name, "  instances: 1\n", "  instances: 1\n  instancesPolicy: ")
    assert found.keys() == {"PerZone", "Total"}, found.keys()
    found = await editor.type(name, "  instancesPolicy: ", "  environment: {pod: t")
    assert found.keys() == {"true"}, found.keys()


@case
async def names_are_completed(editor):
    name = "base/web.yaml"
    editor.open(name)
    assert (await editor.type(name, "zones: [z1, z2]", "zones: [z1, ")).keys() == {"z1", "z2"}
    editor.replace(name, TREE[name])
    found = await editor.type(name, "each: $(instance.name)}", "each: $(inst")
    assert "$(instance.name)" in found and "$(zone.name)" not in found, found.keys()
    editor.replace(name, TREE[name])
    assert "$(list.peers)" in await editor.type(name, "value: $(list.peers)}", "value: $(")
    editor.replace(name, TREE[name])
    assert (await editor.type(name, "configMap: {name: settings}", "configMap: {name: ")).keys() == {"settings"}
    editor.replace(name, TREE[name])
    assert "web" in await editor.type(name, "serviceAccountName: web", "serviceAccountName: ")
    name = "overlays/production/kustomization.yaml"
    editor.open(name)
    assert "web" in await editor.type(name, "- name: web\n", "- name: ")
    editor.replace(name, TREE[name])
    assert (await editor.type(name, "images:\n- name: nginx\n", "images:\n- name: ")).keys() == {"nginx"}
    # Whatever else happens on the disk meanwhile.
    editor.write("base/more.yaml", TREE["base/account.yaml"])
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(
        [lsp.FileEvent(editor.uri("base/more.yaml"), lsp.FileChangeType.Created)]))
    editor.open("base/topology.yaml")
    editor.change("base/topology.yaml", "- {name: z2}", "- {name: z2")
    assert (await editor.type("base/web.yaml", "zones: [z1, z2]", "zones: [z1, ")).keys() == {"z1", "z2"}
    editor.replace("base/web.yaml", TREE["base/web.yaml"])
    editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(editor.document("base/topology.yaml")))
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(
        [lsp.FileEvent(editor.uri("base/more.yaml"), lsp.FileChangeType.Deleted)]))
    assert (await editor.type("base/web.yaml", "zones: [z1, z2]", "zones: [z1, ")).keys() == {"z1", "z2"}
    editor.replace(name, TREE[name])
    found = await editor.type(name, "- target: {kind: InstanceGroup, name: web}", "- target: {kind: InstanceGroup, name: ")
    assert found.keys() == {"web"}, found.keys()
    editor.replace(name, TREE[name])
    assert "ServiceAccount" in await editor.type(name, "- target: {kind: InstanceGroup", "- target: {kind: Serv")


@case
async def paths_are_completed(editor):
    name = "overlays/production/kustomization.yaml"
    editor.open(name)
    assert {"web.yaml", "../"} <= (await editor.type(name, "- path: web.yaml", "- path: ")).keys()
    editor.replace(name, TREE[name])
    assert {"../../base/", "../../overlays/"} <= (await editor.type(name, "- ../../base", "- ../../")).keys()
    found = await editor.type(name, "- ../../", "- ../../base/to")
    assert found.keys() == {"../../base/topology.yaml"}, found.keys()


@case
async def other_files_are_completed(editor):
    editor.open("ops.yaml", "- type: replace\n  path: /a\n  value: b\n")
    assert (await editor.type("ops.yaml", "  value: b\n", "  val")).keys() == {"value"}
    assert (await editor.type("ops.yaml", "- type: replace", "- type: re")).keys() == {"replace", "remove"}
    editor.replace("ops.yaml", "- type: remove\n  path: /a\n")
    assert "What it does" in await editor.hover("ops.yaml", "type")
    editor.open("zonal.yaml", "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck:\n  rules:\n    missing-cl\n")
    found = await editor.complete("zonal.yaml", "missing-cl")
    assert found.keys() == {"missing-claim", "missing-class"}, found.keys()
    assert found["missing-claim"].text_edit.new_text == "missing-claim: "
    found = await editor.type("zonal.yaml", "missing-cl", "missing-claim: ")
    assert {"off", "on", "warning"} <= found.keys(), found.keys()
    name = "overlays/production/kustomization.yaml"
    editor.open(name)
    assert "replace" in await editor.type(name, "    - op: replace", "    - op: re")
    assert "test" in await editor.type(name, "    - op: re", "    - op: ")
    editor.replace(name, TREE[name] + "- patch: |-\n    kind: InstanceGroup\n    apiVersion: zonal/v1alpha1\n    spec:\n      inst")
    assert "instancesPolicy" in await editor.complete(name, "      inst")


@case
async def nothing_is_completed_in_comments(editor):
    name = "base/web.yaml"
    editor.open(name)
    assert await editor.type(name, "spec:\n  instances", "spec:\n  # inst") == {}


# Names

@case
async def definitions_are_found(editor):
    overlay = "overlays/production/kustomization.yaml"
    for name, words, places in [
            (overlay, "../../base", ["base/kustomization.yaml:1"]), (overlay, "web.yaml", ["overlays/production/web.yaml:1"]),
            (overlay, "web\n  count", ["base/web.yaml:4"]), (overlay, "web}\n", ["base/web.yaml:4"]),
            (overlay, "z2/instances", ["base/topology.yaml:8"]),
            ("overlays/production/web.yaml", "web\nspec", ["base/web.yaml:4"]),
            ("overlays/production/web.yaml", "z2, z1", ["base/topology.yaml:8"]),
            ("base/web.yaml", "z1, z2", ["base/topology.yaml:7"]), ("base/web.yaml", "peers)", ["base/web.yaml:9"]),
            ("base/web.yaml", "web\n      containers", ["base/account.yaml:4"]),
            ("base/web.yaml", "settings}\n", ["base/kustomization.yaml:6"]),
            ("base/web.yaml", "instances", []), ("base/settings.txt", "a", [])]:
        found = await editor.definition(name, words)
        assert found == places, (name, words, found)
    editor.open(overlay)
    editor.change(overlay, "{kind: InstanceGroup, name: web}", "{kind: InstanceGroup, name: eu-web}")
    assert await editor.definition(overlay, "eu-web}") == ["base/web.yaml:4"]
    editor.change(overlay, "{kind: InstanceGroup, name: eu-web}", "\n    kind: InstanceGroup\n    name: ")
    assert (await editor.complete(overlay, "    name: ")).keys() == {"web"}


@case
async def references_are_found(editor):
    assert await editor.references("base/topology.yaml", "z2") == [
        "base/topology.yaml:8", "base/web.yaml:11", "base/web.yaml:7", "overlays/production/kustomization.yaml:15",
        "overlays/production/web.yaml:8"]
    assert "base/topology.yaml:8" not in await editor.references("base/topology.yaml", "z2", declaration=False)
    assert await editor.references("base/account.yaml", "web") == [
        "base/account.yaml:4", "base/web.yaml:14"], await editor.references("base/account.yaml", "web")
    assert await editor.references("base/topology.yaml", "apiVersion") == ["base/kustomization.yaml:2"]
    found = await editor.client.text_document_document_highlight_async(
        lsp.DocumentHighlightParams(editor.document("base/web.yaml"), editor.place("base/web.yaml", "z2]")))
    assert [place.range.start.line for place in found] == [6, 10]


@case
async def names_are_told_apart_by_their_bytes(editor):
    text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {0}\n---\nkind: Pod\nenvFrom:\n- configMapRef: {{name: {0}}}\n"
    editor.write("base/composed.yaml", text.format("caf\u00e9"))
    editor.write("base/decomposed.yaml", text.format("cafe\u0301"))
    editor.write("base/kustomization.yaml", "resources: [composed.yaml, decomposed.yaml]\n")
    found = await editor.references("base/composed.yaml", "caf\u00e9")
    assert found == ["base/composed.yaml:4", "base/composed.yaml:8"], found


async def rename(editor, name, words, new):
    return await editor.client.text_document_rename_async(
        lsp.RenameParams(editor.document(name), editor.place(name, words), new))


@case
async def a_zone_is_renamed(editor):
    before = build(editor, "overlays/production")
    assert before.returncode == 0, before.stderr
    editor.open("base/web.yaml")
    edit = await rename(editor, "base/web.yaml", "z2]", "west")
    for name in [uri.removeprefix(editor.root.as_uri() + "/") for uri in edit.changes]:
        text = editor.applied(edit, name)
        assert "z2" not in text.replace("nodeLabelValue: z2", ""), text
        editor.write(name, text)
    assert "- {name: west, nodeLabelValue: z2}" in (editor.root / "base/topology.yaml").read_text()
    after = build(editor, "overlays/production")
    assert after.returncode == 0 and "z2" in after.stdout, after.stderr


@case
async def a_group_is_renamed(editor):
    edit = await rename(editor, "base/web.yaml", "web\nspec", "front")
    for name in [uri.removeprefix(editor.root.as_uri() + "/") for uri in edit.changes]:
        editor.write(name, editor.applied(edit, name))
    assert "name: web" in (editor.root / "base/account.yaml").read_text()
    assert "serviceAccountName: web" in (editor.root / "base/web.yaml").read_text()
    after = build(editor, "overlays/production")
    assert after.returncode == 0 and "name: eu-front-z0" in after.stdout, after.stderr
    assert "replicas: 3" in after.stdout and after.stderr == "", after.stderr


@case
async def what_trees_share_is_renamed_in_all_of_them(editor):
    staging = "overlays/staging/kustomization.yaml"
    editor.write(staging, "resources: [../../base]\npatches: [{path: web.yaml}]\n")
    editor.write("overlays/staging/web.yaml", TREE["overlays/production/web.yaml"])
    editor.write("other/kustomization.yaml", "resources: [zones.yaml]\n")
    editor.write("other/zones.yaml", TREE["base/topology.yaml"])
    edit = await rename(editor, "overlays/production/web.yaml", "z2, z1", "west")
    changed = sorted(uri.removeprefix(editor.root.as_uri() + "/") for uri in edit.changes)
    assert changed == ["base/topology.yaml", "base/web.yaml", "overlays/production/kustomization.yaml",
                       "overlays/production/web.yaml", "overlays/staging/web.yaml"], changed
    for name in changed:
        editor.write(name, editor.applied(edit, name))
    assert build(editor, "overlays/staging").returncode == 0


@case
async def what_cant_be_renamed_is_refused(editor):
    for name, words, new, reason in [
            ("base/web.yaml", "z2]", "z1", "already"), ("base/web.yaml", "z2]", "Z 1", "no name"),
            ("base/web.yaml", "z2]", "123", "no name"), ("base/account.yaml", "web", "other", "only zones"),
            ("base/web.yaml", "spec", "other", "no name of a zone")]:
        try:
            await rename(editor, name, words, new)
        except Exception as error:
            assert reason in str(error), (words, error)
        else:
            raise AssertionError(f"{words!r} became {new!r}")
    prepare = editor.client.text_document_prepare_rename_async
    found = await prepare(lsp.PrepareRenameParams(editor.document("base/web.yaml"), editor.place("base/web.yaml", "z2]")))
    assert found.placeholder == "z2"
    assert await prepare(lsp.PrepareRenameParams(editor.document("base/web.yaml"), editor.place("base/web.yaml", "spec"))) is None


# Code actions

@case
async def hints_become_actions(editor):
    name = "base/web.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    for old, new, words, title, right in [
            ("  instances: 1\n", "  instanses: 1\n", "instanses", 'Write "instances"', "  instances: 1\n"),
            ("zones: [z1, z2]", "zones: [z1, z22]", "z22", 'Write "z2"', "zones: [z1, z2]"),
            ("[z1, z2]", "[z1, z2]\n  instancesPolicy: Totl", "Totl", 'Write "Total"', "[z1, z2]\n  instancesPolicy: Total"),
            ("$(instance.name)", "$(instance.nam)", "$(instance.nam)", 'Write "instance.name"', "$(instance.name)"),
            ("$(list.peers)", "$(list.pears)", "$(list.pears)", 'Write "peers"', "$(list.peers)")]:
        editor.replace(name, TREE[name].replace(old, new, 1))
        assert await editor.diagnostics(name)
        actions = {action.title: action for action in await editor.actions(name, words)}
        assert title in actions, (new, actions.keys(), await editor.diagnostics(name))
        assert editor.applied(actions[title].edit, name) == TREE[name].replace(old, right, 1), new


@case
async def actions_mend_paths_and_missing_fields(editor):
    name = "overlays/production/kustomization.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.replace(name, TREE[name].replace("../../base", "../../bsae"))
    assert codes(await editor.diagnostics(name)) == ["missing-file"]
    action, = await editor.actions(name, "../../bsae")
    assert editor.applied(action.edit, name) == TREE[name]
    editor.replace(name, TREE[name])
    await editor.diagnostics(name)
    editor.write("overlays/production/more.yaml", TREE["base/web.yaml"].replace("name: web", "name: more"))
    name = "overlays/production/more.yaml"
    editor.open("overlays/production/kustomization.yaml", TREE["overlays/production/kustomization.yaml"] + "components: []\n")
    editor.change("overlays/production/kustomization.yaml", "- ../../base", "- ../../base\n- more.yaml")
    await editor.diagnostics("overlays/production/kustomization.yaml")
    editor.open(name)
    await editor.diagnostics(name)
    editor.change(name, "  instances: 1\n", "")
    assert codes(await editor.diagnostics(name)) == ["missing-field"]
    action, = await editor.actions(name, "zones:")
    assert "spec:\n  instances: \n  zones:" in editor.applied(action.edit, name)
    editor.change(name, "apiVersion: zonal/v1alpha1", "apiVersion: zonal/v1")
    assert "unknown-version" in codes(await editor.diagnostics(name))
    assert 'Write "zonal/v1alpha1"' in [action.title for action in await editor.actions(name, "zonal/v1")]


@case
async def actions_write_pairs_and_quotes_and_leave_things_out(editor):
    name = "base/account.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.replace(name, TREE[name] + "  labels: {a: 1}\n")
    assert await editor.diagnostics(name)
    quoted = [action for action in await editor.actions(name, "1}") if "quotes" in action.title]
    assert "{a: \"1\"}" in editor.applied(quoted[0].edit, name), await editor.diagnostics(name)
    editor.replace(name, TREE[name] + "---\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n"
                   "spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}\n")
    found = await editor.diagnostics(name)
    actions = [action for one in found for action in await editor.client.text_document_code_action_async(
        lsp.CodeActionParams(editor.document(name), one.range, lsp.CodeActionContext([])))]
    assert any("apiVersion: policy/v1\n" in editor.applied(action.edit, name) for action in actions), found
    name = "base/web.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    editor.change(name, "zones: [z1, z2]", "zones:\n  - z1\n  - z2\n  - z2")
    assert codes(await editor.diagnostics(name))
    place = lsp.Position(9, 4)
    action, = await editor.client.text_document_code_action_async(lsp.CodeActionParams(
        editor.document(name), lsp.Range(place, place), lsp.CodeActionContext([])))
    assert "zones:\n  - z1\n  - z2\n  lists:" in editor.applied(action.edit, name), editor.applied(action.edit, name)


@case
async def deprecated_fields_are_replaced(editor):
    name = "overlays/production/kustomization.yaml"
    editor.open(name, "bases: [../../base]\ncommonLabels: {a: b}\nNameprefix: eu-\n")
    assert codes(await editor.diagnostics(name)) == ["deprecated-field", "deprecated-field", "field-case"]
    action, = [action for action in await editor.actions(name, "commonLabels") if "deprecated" in action.title]
    text = editor.applied(action.edit, name)
    assert "resources: [../../base]" in text and "commonLabels" not in text, text
    action, = await editor.actions(name, "Nameprefix")
    assert "\nnamePrefix: eu-\n" in editor.applied(action.edit, name)


@case
async def indexes_are_pinned(editor):
    name = "base/topology.yaml"
    editor.open(name)
    await editor.diagnostics(name)
    action, = await editor.actions(name, "z1")
    assert editor.applied(action.edit, name) == TREE[name].replace(
        "- name: z1", "- name: z1\n    index: 0").replace("{name: z2}", "{name: z2, index: 1}")
    editor.change(name, "{name: z2}", "{name: z2, index: 0}")
    assert codes(await editor.diagnostics(name)) == ["duplicate-zone-index"]
    actions = {action.title: action for action in await editor.actions(name, "0}")}
    assert "{name: z2, index: 1}" in editor.applied(actions['Write "index: 1"'].edit, name), actions


@case
async def indexes_within_patches_are_not(editor):
    """The place of a zone there is none of the file's."""
    name = "overlays/production/kustomization.yaml"
    patch = "- patch: |-\n    apiVersion: zonal/v1alpha1\n    kind: Topology\n    metadata: {name: shop}\n    spec:\n      zones:\n"
    patch += "      - {name: z1, index: 0}\n      - {name: z2, index: 0}\n"
    editor.open(name, TREE[name].replace("patches:\n", "patches:\n" + patch))
    assert codes(await editor.diagnostics(name)) == ["duplicate-zone-index"]
    assert not await editor.actions(name, "0}\n- path")


@case
async def there_are_no_actions_where_nothing_is_wrong(editor):
    editor.open("base/web.yaml")
    await editor.diagnostics("base/web.yaml")
    assert await editor.actions("base/web.yaml", "instances") == []


# Structure

@case
async def files_have_an_outline(editor):
    found = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(editor.document("base/web.yaml")))
    assert [symbol.name for symbol in found] == ["InstanceGroup web"]
    assert [symbol.name for symbol in found[0].children] == ["apiVersion", "kind", "metadata", "spec"]
    found = await editor.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(editor.document("base/kustomization.yaml")))
    assert [symbol.name for symbol in found[0].children[0].children] == ["topology.yaml", "web.yaml", "account.yaml"]
    editor.open("broken.yaml", "a: [")
    assert not await editor.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(editor.document("broken.yaml")))


@case
async def blocks_are_folded(editor):
    editor.open("folds.yaml", "# one\n# two\na:\n  b:\n    c: d\n  e: f\n---\ng: h\n")
    found = await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(editor.document("folds.yaml")))
    places = {(fold.start_line, fold.end_line) for fold in found}
    assert {(0, 1), (2, 5), (3, 4)} <= places, places
    assert [fold.kind for fold in found if fold.start_line == 0] == ["comment"]


# Hostile input

@case
async def no_text_ends_the_server(editor):
    deep = "[" * 5_000
    texts = ["", "\ufeff", "\x00", "a: &a [*a]\n", deep, "{" * 5_000, "- " * 5_000, "a: \"" + "\\", "? ", "&", "*", "!", "|", "%",
             "---\n---\n---\n", "\r\r\r", "a:\r\n  b: c\r\n", "\u2028a: b\u2028", "kind: InstanceGroup\napiVersion: zonal/v1alpha1\n",
             "a: &x {b: c}\nd: {<<: *x}\n", "resources: " + "x" * 100_000, "patches:\n- patch: |-\n    a: b\n  target:",
             "{a: [b, {c: ", "spec:\n  zones: [", "\U0001F600" * 100 + ": $(", "a:\n" + "".join(" " * n + "a:\n" for n in range(1, 300))]
    for name in ("base/kustomization.yaml", "base/web.yaml", "base/topology.yaml", "loose.yaml"):
        editor.open(name, "x: y\n")
        for text in texts:
            editor.replace(name, text)
            at = lsp.Position(text.count("\n"), len(text.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2)
            for place in (lsp.Position(0, 0), at, lsp.Position(10**6, 10**6)):
                document, client = editor.document(name), editor.client
                await client.text_document_completion_async(lsp.CompletionParams(document, place))
                await client.text_document_hover_async(lsp.HoverParams(document, place))
                await client.text_document_definition_async(lsp.DefinitionParams(document, place))
                await client.text_document_references_async(lsp.ReferenceParams(lsp.ReferenceContext(True), document, place))
                await client.text_document_code_action_async(lsp.CodeActionParams(
                    document, lsp.Range(lsp.Position(0, 0), place), lsp.CodeActionContext([])))
            await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(editor.document(name)))
            await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(editor.document(name)))
        await editor.diagnostics(name)
    assert await editor.stop() == 0


@case
async def names_of_files_are_those_of_the_disk(editor):
    name = "base/we ird é#%.yaml"
    editor.write(name, TREE["base/account.yaml"].replace("name: web", "name: other"))
    editor.write("base/kustomization.yaml", TREE["base/kustomization.yaml"] + "resources2: []\n")
    editor.open("base/kustomization.yaml", TREE["base/kustomization.yaml"].replace("- web.yaml", f"- web.yaml\n- {name[5:]!r}"))
    assert await editor.diagnostics("base/kustomization.yaml") == []
    editor.open(name)
    editor.change(name, "metadata:", "metadatas:")
    assert await editor.diagnostics(name)
    wrong = editor.uri("base/account.yaml").replace("account", "acc%+funt")
    place = lsp.HoverParams(lsp.TextDocumentIdentifier(wrong), lsp.Position(0, 0))
    try:
        await editor.client.text_document_hover_async(place)
    except Exception as error:
        assert "names no file" in str(error), error
    else:
        assert False, "%+f is no byte"


# Messages that no client sends

def framed(*messages):
    bodies = [message if isinstance(message, bytes) else json.dumps(message).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def request(id, method, **params):
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


INITIALIZE = request(0, "initialize", capabilities={}, rootUri=None, processId=None)
SHUTDOWN, EXIT = request(9, "shutdown"), {"jsonrpc": "2.0", "method": "exit"}


def talk(editor, data):
    """What the server answers to bytes, and how it ends."""
    done = subprocess.run([editor.binary, "lsp"], input=data, capture_output=True, timeout=20)
    assert done.stderr == b"", done.stderr
    answers, rest = [], done.stdout
    while rest:
        head, rest = rest.split(b"\r\n\r\n", 1)
        length = int(head.split(b":")[1])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    return answers, done.returncode


@case
async def requests_wait_for_initialize(editor):
    hover = request(1, "textDocument/hover", textDocument={"uri": "file:///a"}, position={"line": 0, "character": 0})
    answers, code = talk(editor, framed(hover, {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}, INITIALIZE,
                                        INITIALIZE, SHUTDOWN, hover, EXIT))
    assert [answer.get("error", {}).get("code") for answer in answers] == [-32002, None, -32600, None, -32600], answers
    assert code == 0


@case
async def an_end_without_shutdown_is_a_failure(editor):
    for data in (framed(EXIT), framed(INITIALIZE, EXIT), framed(INITIALIZE), b"", b"Content-Length: 5\r\n\r\nab"):
        assert talk(editor, data)[1] == 1, data


@case
async def malformed_messages_are_refused(editor):
    bad = [b"", b"{", b"[1,]", b"nul", b'{"a": 1}}', b"\xff", b'"\xff"', b'"\\ud800\\u0041"', b"01", b"[" * 1_000, b"[]", b"1",
           b'{"id": 3}', b'{"method": 4, "id": 5}']
    answers, code = talk(editor, framed(INITIALIZE, *bad, SHUTDOWN, EXIT))
    errors = [answer["error"]["code"] for answer in answers if "error" in answer]
    assert code == 0 and len(errors) >= len(bad) - 1 and set(errors) == {-32700, -32600}, answers
    answers, code = talk(editor, b"X: y\r\n\r\n" + framed(INITIALIZE, SHUTDOWN, EXIT))
    assert answers[0]["error"]["code"] == -32700 and code == 0
    answers, code = talk(editor, b"Content-Length: 999999999999\r\n\r\n{}")
    assert answers[0]["error"]["code"] == -32700 and code == 1


@case
async def wrong_parameters_are_refused(editor):
    document, place = {"uri": "file:///tmp/none.yaml"}, {"line": 0, "character": 0}
    wrong = [{}, {"textDocument": 1}, {"textDocument": {"uri": 1}, "position": place}, {"textDocument": document},
             {"textDocument": document, "position": {"line": -1, "character": 0}},
             {"textDocument": document, "position": {"line": "a", "character": 0}},
             {"textDocument": {"uri": "file:///%zz"}, "position": place}]
    messages = [request(number, "textDocument/definition", **params) for number, params in enumerate(wrong, 1)]
    messages += [request(20, "textDocument/codeAction", textDocument=document), request(21, "none/such"),
                 request(23, "textDocument/hover", textDocument={"uri": "untitled:1"}, position=place),
                 {"jsonrpc": "2.0", "id": 22, "method": "textDocument/hover", "params": [1]}]
    notes = [{"jsonrpc": "2.0", "method": method, "params": params} for method in (
        "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave", "$/unknown")
             for params in ({}, {"textDocument": document}, [], {"textDocument": document, "contentChanges": [1, {}]})]
    answers, code = talk(editor, framed(INITIALIZE, *notes, *messages, SHUTDOWN, EXIT))
    errors = {answer["id"]: answer["error"]["code"] for answer in answers if "error" in answer}
    assert code == 0
    assert [answer["result"] for answer in answers if answer.get("id") == 23] == [None], "a text without a file"
    assert errors == {**{number: -32602 for number in range(1, 8)}, 20: -32602, 21: -32601, 22: -32602}, errors


@case
async def what_was_cancelled_is_not_answered(editor):
    cancel = {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "x"}}
    folds = request("x", "textDocument/foldingRange", textDocument={"uri": "file:///tmp/none.yaml"})
    answers, _ = talk(editor, framed(INITIALIZE, folds, cancel, SHUTDOWN, EXIT))
    assert {answer["id"]: answer.get("error", {}).get("code") for answer in answers} == {0: None, "x": -32800, 9: None}


async def run(function, binary, number):
    with tempfile.TemporaryDirectory() as directory:
        editor = Editor(binary, directory, TREE)
        await editor.start(EDITORS[number % len(EDITORS)])
        try:
            async with asyncio.timeout(120):
                await function(editor)
        finally:
            if editor.client._server.returncode is None:
                await editor.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = 0
    chosen = [case for case in CASES if not options.names or any(name in case.__name__ for name in options.names)]
    for number, function in enumerate(chosen):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                asyncio.run(run(function, os.path.abspath(options.binary), number))
                broken = [str(warning.message) for warning in caught if issubclass(warning.category, LspSpecificationWarning)]
                assert not broken, broken
            except Exception:
                failed += 1
                print(f"client.py: {function.__name__.replace('_', ' ')}:", file=sys.stderr)
                traceback.print_exc()
    print(f"{len(chosen) - failed} of {len(chosen)} cases pass")
    sys.exit(1 if failed or not chosen else 0)


if __name__ == "__main__":
    main()
