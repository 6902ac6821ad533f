using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

public sealed class SearchTests
{
    [Theory]
    [InlineData("uber", "Der Ball geht [über] die Linie")]
    [InlineData("ÜBER", "Der Ball geht [über] die Linie")]
    [InlineData("freistoss", "Ein schöner [Freistoß]")]
    [InlineData("frei*", "Ein schöner [Freistoß]")]
    [InlineData("フリーキック", "見事な[フリーキック]です")]
    [InlineData("\"perfect free\"", "A [perfect free] kick")]
    [InlineData("title harbour", "")]
    public async Task Words_are_found_and_marked(string question, string shown)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("search", question);
        Assert.Contains(shown == "" ? "Nothing found." : shown, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_need_no_quotes_from_the_shell() =>
        Assert.Contains("A [perfect] free [kick]", (await (await Shelf.FullAsync()).RunAsync("search", "perfect", "kick")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Matches_are_counted_in_the_plain_text()
    {
        var found = (await (await Shelf.FullAsync()).RunAsync("search", "uber", "--json")).Json()["moments"]![0]!["evidence"]![0]!;
        Assert.Equal("[[14,4]]", found["matches"]!.ToJsonString());
        Assert.Equal("über", found["text"]!.GetValue<string>().Substring(14, 4));
    }

    [Theory]
    [InlineData("say:\"free", "      ^")]
    [InlineData("キック sya:goal", "         ^")]
    public async Task The_character_at_fault_is_pointed_at(string question, string mark)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("search", question);
        Assert.Equal(ExitCodes.Usage, ran.ExitCode);
        Assert.Equal([$"  {question}", mark], ran.Errors.Split('\n')[1..3]);
    }

    [Fact]
    public void Titles_from_strangers_cannot_steer_the_terminal()
    {
        using var output = new StringWriter();
        new Output.Terminal(output, TextWriter.Null, json: false).Say("\u001b[2Jgone\u0007");
        Assert.Equal("\uFFFD[2Jgone\uFFFD\n", output.ToString());
    }
}
