namespace VideoIndex.Architecture.Tests.Code;

public sealed class SizeTests
{
    // Files that may be longer, and why. Empty is best.
    private static readonly Dictionary<string, string> LongFiles = [];

    private const int LongestFile = 250;
    private const int LongestMethod = 60;
    private const int FullestFolder = 12;

    private static readonly string[] Modifiers = ["public", "private", "protected", "internal", "static"];

    [Fact]
    public void A_file_is_at_most_250_lines() =>
        Rule.Holds(
            from file in Sources.CSharp
            where !LongFiles.ContainsKey(Sources.NameOf(file))
            let lines = File.ReadLines(file).Count()
            where lines > LongestFile
            select $"{Sources.NameOf(file)}: {lines}");

    [Fact]
    public void A_file_that_may_be_long_is_there_and_long() =>
        Assert.All(LongFiles.Keys, name => Assert.True(File.ReadLines(Path.Combine(Repository.Root, name)).Count() > LongestFile, name));

    [Fact]
    public void A_method_is_at_most_60_lines() =>
        Rule.Holds(
            from file in Sources.CSharp
            from body in Bodies(File.ReadAllLines(file))
            where body.Lines > LongestMethod
            select $"{Sources.NameOf(file)}:{body.First}: {body.Lines}");

    [Fact]
    public void A_method_s_length_is_counted_between_its_braces() =>
        Assert.Equal(
            [(5, 2)],
            Bodies(["public class A", "{", "    public void B()", "        where T : class", "    {", "        C();", "        D();", "    }", "}"]));

    [Fact]
    public void A_folder_holds_at_most_12_source_files() =>
        Rule.Holds(
            from folder in Sources.CSharp.GroupBy(file => Path.GetDirectoryName(file)!)
            where folder.Count() > FullestFolder
            select $"{Sources.NameOf(folder.Key)}: {folder.Count()}");

    // The formatter puts a body's braces alone on their lines, at the indent of the declaration.
    private static IEnumerable<(int First, int Lines)> Bodies(string[] lines)
    {
        for (var open = 1; open < lines.Length; open++)
        {
            var indent = lines[open].Length - 1;
            if (lines[open].Trim() == "{" && indent is 4 or 8 && IsMethod(lines, open, indent))
            {
                var end = new string(' ', indent) + "}";
                var close = Array.FindIndex(lines, open, line => line == end || line == end + ";" || line == end + ");");
                yield return (open + 1, close - open - 1);
            }
        }
    }

    private static bool IsMethod(string[] lines, int open, int indent)
    {
        var start = open - 1;
        while (start > 0 && lines[start].StartsWith(new string(' ', indent + 1), StringComparison.Ordinal))
        {
            start--;
        }

        var declaration = string.Join(' ', lines[start..open]).Trim();
        var words = declaration.Split('(')[0].Split(' ');
        return declaration.Contains('(', StringComparison.Ordinal)
            && Modifiers.Contains(words[0])
            && !words.Intersect(["class", "record", "struct", "interface", "enum"]).Any();
    }
}
