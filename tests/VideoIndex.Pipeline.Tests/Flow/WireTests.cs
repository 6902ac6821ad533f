using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Tests.Flow;

public sealed class WireTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_assembled_comes_back_exactly(int seed)
    {
        var random = new RandomVideos(seed);
        for (var i = 0; i < 20; i++)
        {
            var contents = random.Next().Contents;
            var back = Through(new VideoAssembled(contents, [new("frames/a.jpg", "work/b.jpg"), new("frames/c.jpg", null)]), Wire.Default.VideoAssembled);

            Assert.Equal(Spelled.Out(contents), Spelled.Out(back.Contents!));
            Assert.Equal(["frames/a.jpg work/b.jpg", "frames/c.jpg "], back.Pictures.Select(picture => $"{picture.Place} {picture.Source}"));
        }
    }

    [Fact]
    public void A_plan_comes_back_exactly()
    {
        Segment[] segments = [new(null, -9_000_000_000, -8_999_999_000, 7), new(-9_000_000_000, null, null, 0), Segment.Whole];

        var back = Through(new SegmentsPlanned(segments, 12, Survey: true, Sound: true), Wire.Default.SegmentsPlanned);

        Assert.Equal(segments, back.Segments);
        Assert.Equal((12, true), (back.Frames, back.Survey));
    }

    [Fact]
    public void What_captions_were_read_on_comes_back_exactly()
    {
        var believed = new Witness(A.Time("-1001/30000"), ClosedCaptions: true);

        var back = Through(new CaptionsRead(new CaptionReading([], ["Track 1 is broken."]), believed), Wire.Default.CaptionsRead);

        Assert.Equal(believed, back.Believed);
        Assert.Equal(["Track 1 is broken."], back.Reading.Complaints);
    }

    [Fact]
    public void Segments_sort_by_time_under_their_names()
    {
        long?[] starts = [null, long.MinValue, -1, 0, 1, 90_000, long.MaxValue];

        var units = starts.Select(start => new Segment(start, 5, 5, 0).Unit).ToList();

        Assert.Equal(units.Order(StringComparer.Ordinal), units);
        Assert.Equal(units.Count, units.Distinct().Count());
    }

    private static T Through<T>(T value, JsonTypeInfo<T> form) => JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, form), form)!;
}
