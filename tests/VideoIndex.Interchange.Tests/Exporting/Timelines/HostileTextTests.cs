using System.Text.Json;
using VideoIndex.Timing;
using static VideoIndex.Interchange.Tests.Exporting.Timelines.ReadBack;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class HostileTextTests
{
    private static readonly string[] Names =
    [
        "two\nlines", "carriage\r\nreturn", "a\rb", "tab\there", "pipe | pipe", "a --> b", "\"quoted\" 'and' `so`", "=CMD()", "<b>&amp;</b>", "]]>", "<!-- -->", "%20", "  spaces  ",
        "\u202Ebidi\u202C\u2066x\u2069", "עברית", "日本語", "𝄞 music", "é vs é", "null\0", "bell\a\u001B[31m", "\uFFFE\uFFFF", "half \uD834 of one", "\uFEFFmark", "x\u0085\u2028\u2029y", "{\"json\": 1}",
    ];

    public static TheoryData<string> Formats => ["fcp7-xml", "fcpxml", "otio"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Names_come_back_as_they_were_but_for_what_the_format_has_no_place_for(string format)
    {
        string[] names = [.. Names, new string('x', 100_000), string.Concat(Enumerable.Repeat("ж\n", 50_000))];
        var video = Footage.Video("/media/a.mov", FrameRate.Pal, 1000);
        var result = Footage.Sheet(Footage.Of(video, [.. names.Select((name, at) => Footage.Moment(video, at, at + 1, "say", name))])).As(format);
        var wanted = names.Select(name => format == "otio" ? Whole(name) : Legal(name));

        Assert.Equal(wanted, Pulls(format, result.Files[0].Text).Select(pull => pull.Name));
        Assert.Equal(wanted, Marks(format, result.Files[0].Text).Select(mark => mark.Name));
        Assert.Equal(format == "otio", result.Notes is []);
        if (format != "otio")
        {
            Assert.Contains("in 4 of 27 names they are U+FFFD", Assert.Single(result.Notes), StringComparison.Ordinal);
            Assert.Empty(Grammars.Faults(format, result.Files[0].Text));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Titles_files_and_authors_are_as_hostile(string format)
    {
        foreach (var hostile in Names)
        {
            var video = Footage.Video($"/media/{hostile.Replace('/', '-')}/{hostile.Replace('/', '-')}.mov", FrameRate.Ntsc, 100);
            var moment = Footage.Moment(video, 1, 2) with { Origin = new("person", hostile), Speaker = hostile, How = hostile, Language = hostile };
            var text = (Footage.Sheet(Footage.Of(video, moment)) with { Title = hostile }).TextAs(format);

            Assert.Equal([(1L, 2L)], Pulls(format, text).Select(pull => (pull.First, pull.Until)));
            Assert.Empty(format == "otio" ? [] : Grammars.Faults(format, text));
        }
    }

    [Theory]
    [InlineData("/media/a b.mov", "file:///media/a%20b.mov")]
    [InlineData("/media/50% #1?.mov", "file:///media/50%25%20%231%3F.mov")]
    [InlineData("/media/Größe \"x\".mov", "file:///media/Gr%C3%B6%C3%9Fe%20%22x%22.mov")]
    [InlineData("/media/a\\b;c&d.mov", "file:///media/a%5Cb%3Bc%26d.mov")]
    [InlineData(@"D:\day 1\a.mov", "file:///D:/day%201/a.mov")]
    [InlineData(@"\\server\share\a b.mov", "file://server/share/a%20b.mov")]
    public void A_path_is_a_url_with_everything_else_escaped(string path, string url)
    {
        var video = Footage.Video(path, FrameRate.Pal, 10);
        var sheet = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 1, 2)));

        Assert.Equal(url, SafeXml.Read(sheet.TextAs("fcpxml")).Descendants("media-rep").Single().Attribute("src")!.Value);
        Assert.Equal(url, Clip(sheet.TextAs("otio")).GetProperty("media_references").GetProperty("DEFAULT_MEDIA").GetProperty("target_url").GetString());
        Assert.Equal(
            url.Replace("file:///", "file://localhost/", StringComparison.Ordinal), SafeXml.Read(sheet.TextAs("fcp7-xml")).Descendants("pathurl").Single().Value);
        Assert.True(path[0] != '/' || new Uri(url).LocalPath == path, new Uri(url).LocalPath);
    }

    [Fact]
    public void A_chosen_beginning_stands_before_the_file_s_name()
    {
        var video = Footage.Video("/media/in/a b.mov", FrameRate.Pal, 10);
        var text = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 1, 2))).TextAs("fcpxml", new() { LinkBase = "file:///Volumes/Raid/" });

        Assert.Equal("file:///Volumes/Raid/a%20b.mov", SafeXml.Read(text).Descendants("media-rep").Single().Attribute("src")!.Value);
    }

    private static JsonElement Clip(string text) => JsonDocument.Parse(text).RootElement.GetProperty("tracks").GetProperty("children")[0].GetProperty("children")[0];

    // Half of a character is none in any encoding.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static string Legal(string text) => string.Concat(Whole(text).Select(letter => letter is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' ? '\uFFFD' : letter));
}
