using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VideoIndex.Events;

namespace VideoIndex.Cli.Tests.Docs;

/// <summary>docs/cli.md and docs/json.md against the program itself.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string[] Answers =
        Directory.GetFiles(Path.Combine(Root, "tests", "VideoIndex.Cli.Tests", "Answers"), "*JsonTests.*.approved.txt");

    [Theory]
    [InlineData("json.md", 10)]
    [InlineData("events.md", 1)]
    public void Every_example_is_cut_from_an_answer(string document, int least)
    {
        var answers = Answers.Select(file => string.Join('\n', Trimmed(File.ReadAllText(file)))).ToList();
        var examples = Example().Matches(Document(document)).Select(match => Trimmed(match.Groups[1].Value)).ToList();
        Assert.True(examples.Count >= least, "Every kind of answer has an example.");
        Assert.All(examples, example => Assert.Contains(answers, answer => IsCutFrom(answer, example)));
    }

    [Fact]
    public void Every_field_of_every_answer_is_explained()
    {
        var fields = Answers.SelectMany(file => Fields(JsonNode.Parse($"[{File.ReadAllText(file).Replace("\n}\n{", "\n},\n{", StringComparison.Ordinal)}]"))).Distinct();
        var document = Document("json.md") + Document("events.md");
        Assert.All(fields, field => Assert.Contains($"`{field}`", document, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/cli.md")]
    [InlineData("README.md")]
    public void Every_exit_code_is_listed(string document)
    {
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.GetRawConstantValue()}");
        var listed = ExitRow().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(row => row.Groups[1].Value);
        Assert.Equal(codes, listed);
    }

    [Fact]
    public void Every_code_a_command_can_fail_with_is_listed_with_its_exit_code()
    {
        var document = Document("cli.md");
        var failures = Source("src/VideoIndex.Cli").SelectMany(text => Failure().Matches(text));
        var exits = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => $"{field.GetRawConstantValue()}");
        Assert.All(failures, failure => Assert.Matches(
            $@"(?m)^\|.*`{failure.Groups["code"].Value}`.*\| {exits[failure.Groups["exit"].Value]} \|", document));
    }

    [Theory]
    [InlineData("src/VideoIndex/Search")]
    [InlineData("src/VideoIndex/Brands")]
    [InlineData("src/VideoIndex/Metadata")]
    [InlineData("src/VideoIndex/Reviews")]
    [InlineData("src/VideoIndex.Interchange/Brands")]
    [InlineData("src/VideoIndex.Pipeline/Brands")]
    [InlineData("src/VideoIndex.Onnx/Catalogue")]
    [InlineData("src/VideoIndex.Sqlite")]
    [InlineData("src/VideoIndex.Cli")]
    [InlineData("src/VideoIndex.Pipeline/Delivery")]
    [InlineData("src/VideoIndex.SpeechServices")]
    [InlineData("src/VideoIndex/Exporting")]
    [InlineData("src/VideoIndex.Interchange/Exporting")]
    [InlineData("src/VideoIndex.Interchange/Importing")]
    public void Every_code_of_a_failure_is_listed(string folder)
    {
        var codes = Source(folder).SelectMany(text => Code().Matches(text)).Select(match => match.Groups["code"].Value).ToHashSet();
        Assert.NotEmpty(codes);
        var document = Document("cli.md");
        Assert.All(codes, code => Assert.Contains($"`{code}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_event_is_explained_with_what_it_says()
    {
        var document = Document("events.md");
        var kinds = typeof(EventTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.GetRawConstantValue()}");
        Assert.All(kinds, kind => Assert.Contains($"| `{kind}` |", document, StringComparison.Ordinal));
        var said = EventLines().SelectMany(happened => happened["data"]!.AsObject()).Select(field => field.Key);
        Assert.All(said.Distinct(), field => Assert.Contains($"`{field}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_is_explained()
    {
        var help = File.ReadAllText(Path.Combine(Root, "tests", "VideoIndex.Cli.Tests", "Answers", "WordsTests.Help_of_every_command.approved.txt"));
        var document = Document("cli.md");
        Assert.All(OptionName().Matches(help).Select(match => match.Value).Distinct(), option => Assert.Contains(option, document, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> EventLines() =>
        File.ReadAllText(Path.Combine(Root, "tests", "VideoIndex.Cli.Tests", "Answers", "WorkJsonTests.Events_answers_one_event_a_line.approved.txt"))
            .Split("\n}\n", StringSplitOptions.RemoveEmptyEntries).Select(text => JsonNode.Parse(text + "\n}")!);

    private static string Document(string name) => File.ReadAllText(Path.Combine(Root, "docs", name));

    private static IEnumerable<string> Source(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static string[] Trimmed(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line != "")];

    // A line "..." stands for lines left out; what is between them stands together in the answer, in the same order.
    private static bool IsCutFrom(string answer, string[] example)
    {
        var at = 0;
        foreach (var part in string.Join('\n', example).Split("\n...\n"))
        {
            at = answer.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Fields),
        JsonObject found => found.SelectMany(field => IsOpen(field.Key) ? [field.Key] : Fields(field.Value).Prepend(field.Key)),
        _ => [],
    };

    // Their names are those of stages' commands, of what events say (docs/events.md), and of what containers carry.
    private static bool IsOpen(string field) => field is "stageMilliseconds" or "attributes" or "command" or "data";

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"(?m)^\| (\d+) \|")]
    private static partial Regex ExitRow();

    [GeneratedRegex("""ExitCodes\.(?<exit>\w+),\s+"(?<code>[a-z-]+)",""")]
    private static partial Regex Failure();

    [GeneratedRegex("""(QueryException|ExportException|ImportException|LibraryException|BrandException|FactException|ReviewException|ModelException|BrandComplaint|Fail|Refused)\(\s*"(?<code>[a-z-]+)",""")]
    private static partial Regex Code();

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex OptionName();
}
