using System.Text.RegularExpressions;

namespace VideoIndex.Architecture.Tests.Tree;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        Rule.Holds(
            from document in Sources.Documents
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Sources.NameOf(document)}: {target}");

    [Fact]
    public void Every_file_a_document_names_is_there() =>
        Rule.Holds(
            from document in Sources.Documents
            from Match path in NamedPath().Matches(File.ReadAllText(document))
            where !Exists(Path.Combine(Repository.Root, path.Groups["path"].Value))
            select $"{Sources.NameOf(document)}: {path.Groups["path"].Value}");

    [Fact]
    public void Decisions_are_numbered_without_a_gap()
    {
        var decisions = Sources.Documents.Where(file => Sources.NameOf(file).StartsWith("docs/adr/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var titles = decisions.Select(file => $"{Path.GetFileName(file)[..5]} {File.ReadLines(file).First().Split('.')[0]}");
        Assert.Equal(Enumerable.Range(1, decisions.Count()).Select(number => $"{number:0000}- # {number}"), titles);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    // `src/…`, `docs/…` and so on, and scripts at the root; patterns and placeholders are not names.
    [GeneratedRegex(@"`(?<path>(src|tests|docs|samples|build|bench|infra|models|functions|\.ci)/[^`\s*<>{}]*|\./[a-z.]+)[^`*<>{}]*`")]
    private static partial Regex NamedPath();
}
