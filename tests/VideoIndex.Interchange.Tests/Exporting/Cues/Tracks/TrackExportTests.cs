using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Selections;

namespace VideoIndex.Interchange.Tests.Exporting.Cues.Tracks;

public sealed class TrackExportTests
{
    [Fact]
    public void Thumbnails_are_where_the_contact_sheet_has_them() => Golden.Verify(
        Leaving.Match([.. Enumerable.Range(0, 7).Select(at => Leaving.Moment(at * 30, (at + 2) * 30, $"moment {at}"))]).Written("vtt-thumbnails").Told());

    [Fact]
    public void Thumbnails_are_counted_through_all_videos_and_sheets()
    {
        var many = Leaving.Exported(Leaving.Video(null, 9, name: "a.mov"), [.. Enumerable.Range(0, ThumbnailGrid.PerSheet).Select(at => Leaving.Moment(at, at + 1))]);
        var written = new ExportSheet("all", [many, Leaving.Exported(Leaving.Video(null, 9, name: "b.mov"), Leaving.Moment(0, 1))]).Written("vtt-thumbnails");
        Assert.Equal(["a", "b"], written.Files.Select(file => file.Part));
        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:00.033\nsprite-2.png#xywh=0,0,320,180\n", written.Files[1].Text);
    }

    [Fact]
    public void What_is_known_of_a_moment_is_json_in_a_cue() => Golden.Verify(Leaving.Usual().Written("vtt-metadata").Told());

    [Fact]
    public void No_name_ends_a_cue_or_makes_an_arrow()
    {
        var sheet = Leaving.Match([.. Leaving.Hostile.Select((name, at) => Leaving.Moment(at * 30, (at * 30) + 15, name))]);
        var blocks = sheet.Text("vtt-metadata").TrimEnd('\n').Split("\n\n").Skip(1).Select(block => block.Split('\n')).ToList();
        Assert.Equal(Leaving.Hostile.Count, blocks.Count);
        Assert.All(blocks, block => Assert.Equal((2, -1), (block.Length, block[1].IndexOf("-->", StringComparison.Ordinal))));
        Assert.Equal(
            Leaving.Hostile.Select(name => name.Replace('\0', '\uFFFD').Replace('\uD800', '\uFFFD')),
            blocks.Select(block => JsonDocument.Parse(block[1]).RootElement.GetProperty("label").GetString()));
        Assert.Equal(sheet.Videos[0].Moments.Select(moment => moment.Span), SelectionJson.Read(string.Join('\n', blocks.Select(block => block[1]))).Moments.Select(moment => moment.Moment.Span));
    }
}
