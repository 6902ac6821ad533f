using System.Text.RegularExpressions;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>docs/states.md says all that the source says.</summary>
public sealed partial class StatesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "states.md"));

    private static IEnumerable<string> Codes =>
    [
        .. from folder in (string[])["VideoIndex.Ffmpeg", "VideoIndex.Pipeline"]
           from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs", SearchOption.AllDirectories)
           where !file.Contains("/obj/", StringComparison.Ordinal)
           from Match match in Code().Matches(File.ReadAllText(file))
           select match.Groups["code"].Value,
    ];

    [Fact]
    public void Every_code_in_the_source_is_in_the_page()
    {
        Assert.Superset(new HashSet<string>(["stalled", "truncated", "damaged", "not-found", "impossible-times", "unreadable", "no-sound"]), Codes.ToHashSet());
        Assert.All(Codes, code => Assert.Contains($"`{code}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_hostile_files_is_in_the_page()
    {
        var table = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "VideoIndex.Ffmpeg.Tests", "Hostile", "HostileFileTests.Each_kind_ends_in_the_state_approved_for_it.approved.txt"));
        Assert.All(table.Select(row => row.Split(" | ")[^2]).Where(code => code != ""), code => Assert.Contains($"| `{code}` |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sentence_is_in_the_page() =>
        Assert.All(Codes, code => Assert.Contains(Refusals.Sentence(code), Page, StringComparison.Ordinal));

    [Theory]
    [InlineData(AllowList.Formats)]
    [InlineData(AllowList.PictureCodecs)]
    [InlineData(AllowList.AudioCodecs)]
    [InlineData(AllowList.TextCodecs)]
    [InlineData(AllowList.OnlyOpened)]
    public void Every_allow_list_is_in_the_page(string list) => Assert.Contains($"`{list}`", Page, StringComparison.Ordinal);

    // Where a code is thrown, chosen, given a sentence or set beside a state.
    [GeneratedRegex("""(?:\?\? |RefusedException\(|Refusals\.Of\(|OfNothing\(result, |Of\(|VideoState\.\w+, |_\) => |\w, )"(?<code>[a-z]+(?:-[a-z]+)+|truncated|stalled|damaged|unreadable)"|"(?<code>[a-z]+(?:-[a-z]+)*)" => "[A-Z]""")]
    private static partial Regex Code();
}
