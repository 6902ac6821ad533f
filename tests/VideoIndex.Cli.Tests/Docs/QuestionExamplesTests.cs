using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VideoIndex.Cli.Tests.Footage;
using Xunit.Abstractions;

namespace VideoIndex.Cli.Tests.Docs;

/// <summary>The examples of docs/query-language.md, asked of the reel that the demo makes.</summary>
public sealed partial class QuestionExamplesTests(ITestOutputHelper output)
{
    private const int Least = 25;

    [Fact]
    public async Task Every_example_is_answered_as_the_page_says()
    {
        using var shelf = new Shelf();
        var made = await shelf.RunAsync("demo");
        Assert.True(made.ExitCode == 0, made.Ending);
        var wrong = new List<string>();
        var examples = Example().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "query-language.md"))).ToList();
        foreach (var example in examples)
        {
            var question = example.Groups["question"].Value;
            var ran = await shelf.RunAsync("search", "--json", "--", question);
            var said = ran.ExitCode == 0 ? Moments(ran.Json()) : Refusal(ran);
            if (said is null)
            {
                output.WriteLine($"Not asked, since nothing reads words on the screen here: {question}");
            }
            else if (said != Settled(example.Groups["answer"].Value))
            {
                wrong.Add($"{question}\n{said}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {examples.Count} examples are answered otherwise:\n\n{string.Join("\n\n", wrong)}");
        Assert.True(examples.Count >= Least, $"Of {Least} examples, {examples.Count} are left.");
    }

    // One moment a line, by time; null where the reel has no words on the screen, because nothing here reads them.
    private static string? Moments(JsonNode answer)
    {
        if (answer["notes"]!.AsArray().Any(note => note!.GetValue<string>().Contains("on-screen text", StringComparison.Ordinal)))
        {
            return null;
        }

        var lines = answer["moments"]!.AsArray().Select(moment =>
            $"{moment!["startTimecode"]} - {moment["endTimecode"]} {moment["kind"]} {OneLine((moment["label"] ?? moment["text"])!)}").Order(StringComparer.Ordinal).ToList();
        return lines is [] ? "nothing" : string.Join('\n', lines);
    }

    private static string Refusal(Ran ran)
    {
        var failure = ran.Json()["error"]!;
        return $"{failure["code"]} {failure["at"]}";
    }

    private static string OneLine(JsonNode text) => text.GetValue<string>().Replace("\n", " / ", StringComparison.Ordinal);

    private static string Settled(string answer) => string.Join('\n', answer.Trim().Split('\n').Select(line => Spaces().Replace(line.Trim(), " ")).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"```ask\n(?<question>.*)\n(?<answer>[^`]*)```")]
    private static partial Regex Example();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
