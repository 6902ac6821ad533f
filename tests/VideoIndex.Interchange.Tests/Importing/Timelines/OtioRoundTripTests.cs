using VideoIndex.Exporting;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Timelines;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Importing.Timelines;

public sealed class OtioRoundTripTests
{
    public static TheoryData<string, string?, int> Footages => new()
    {
        { "30000/1001", "23:59:58;28", 0 }, { "25", null, 0 }, { "24000/1001", "10:00:00:00", 0 }, { "25", null, 834 }, { "60000/1001", "00:00:10;00", 834 },
    };

    [Theory]
    [MemberData(nameof(Footages))]
    public void Tags_come_back_as_they_were_and_as_claims_of_the_file(string rate, string? first, int lateByMilliseconds)
    {
        Assert.True(FrameRate.TryParse(rate, out var perSecond));
        var video = Footage.Video("/media/a.mov", perSecond, 1000, first, new Rational(lateByMilliseconds, 1000));
        var exact = new MediaSpan(video.Extent.Start + new MediaDuration(new Rational(1234567, 1_000_000)), video.Extent.Start + new MediaDuration(new Rational(2345678, 1_000_000)));
        ExportMoment[] moments =
        [
            new(exact, "logo", "Acme, \"Inc.\"\n=SUM(1) --> \u202E", new Confidence(0.5), Footage.Model) { Box = new(1, 2, 3, 4), How = "seen twice", Language = "eng" },
            Footage.Moment(video, 17, 18, "object", "ball"),
        ];

        var reading = Read(Footage.Sheet(Footage.Of(video, moments)).TextAs("otio"), video);

        Assert.Empty(reading.Complaints);
        Assert.Equal(
            moments.OrderBy(moment => moment.Span.Start).Select(moment => (moment.Span, moment.Kind, moment.Name, moment.Confidence, Origin: new Origin("import", "pulls.otio"), moment.Box, (string?)Told(moment), moment.Language)),
            reading.Tags.Select(tag => (tag.Span, tag.Kind, tag.Label, tag.Confidence, tag.Origin, tag.Box, tag.How, tag.Language)));
    }

    private static string Told(ExportMoment moment) =>
        $"{(moment.How is { } how ? how + " - " : "")}The file says that it is by {moment.Origin.Kind} {moment.Origin.Name} {moment.Origin.Version}.";

    [Fact]
    public void What_was_said_comes_back_as_a_transcript_unless_tags_are_asked_for()
    {
        var video = Footage.Video("/media/a.mov", FrameRate.Pal, 1000);
        var text = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 5, 9, "say", "Hello") with { Speaker = "Ada", Language = "eng" })).TextAs("otio");

        var transcript = Assert.Single(Read(text, video).Transcripts);
        var said = Assert.Single(transcript.Utterances);
        Assert.Equal(("eng", new Origin("import", "pulls.otio"), "Hello", "Ada"), (transcript.Language, transcript.Origin, said.Text, said.Speaker));
        Assert.Equal("say", Assert.Single(Read(text, video, asTranscript: false).Tags).Kind);
    }

    [Fact]
    public void A_marker_somebody_moved_is_where_it_was_moved_to()
    {
        var video = Footage.Video("/media/a.mov", FrameRate.Pal, 1000);
        var text = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 40, 50))).TextAs("otio");
        var moved = text.Replace("\"value\": 40.0", "\"value\": 44.0", StringComparison.Ordinal);

        Assert.Equal("[44, 54)", video.Timecodes!.FramesOf(Assert.Single(Read(moved, video).Tags).Span).ToString());
    }

    [Fact]
    public void Of_a_reel_of_many_videos_each_takes_its_own()
    {
        var (one, two) = (Footage.Video("/media/a.mov", FrameRate.Pal, 1000), Footage.Video("/media/b.mov", FrameRate.Pal, 1000, "10:00:00:00"));
        var text = Footage.Sheet(Footage.Of(one, Footage.Moment(one, 4, 5, name: "one")), Footage.Of(two, Footage.Moment(two, 6, 7, name: "two"))).TextAs("otio");

        Assert.Equal("one", Assert.Single(Read(text, one).Tags).Label);
        Assert.Equal("two", Assert.Single(Read(text, two).Tags).Label);
    }

    private static ImportReading Read(string text, Video video, bool? asTranscript = null) =>
        ImportReaders.Named("otio")!.Read(text, new ImportOrder(video, "pulls.otio") { AsTranscript = asTranscript });
}
