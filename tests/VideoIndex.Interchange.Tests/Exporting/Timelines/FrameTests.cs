using VideoIndex.Timing;
using static VideoIndex.Interchange.Tests.Exporting.Timelines.ReadBack;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class FrameTests
{
    private static readonly (string Rate, string? First)[] Kinds =
    [
        ("24000/1001", null), ("24000/1001", "01:00:00:00"), ("24", "23:59:50:12"), ("25", "10:00:00:00"), ("30000/1001", "23:59:58;28"), ("30000/1001", "09:59:59:28"),
        ("50", "00:00:10:49"), ("60000/1001", "23:50:00;04"), ("60000/1001", null), ("30", null),
    ];

    public static TheoryData<string, string, string?> All
    {
        get
        {
            var all = new TheoryData<string, string, string?>();
            foreach (var format in (string[])["fcp7-xml", "fcpxml", "otio"])
            {
                foreach (var (rate, first) in Kinds)
                {
                    all.Add(format, rate, first);
                }
            }

            return all;
        }
    }

    // Times as containers write them: exact, cut off to microseconds, rounded to milliseconds.
    [Theory]
    [MemberData(nameof(All))]
    public void Every_in_and_out_names_its_frame(string format, string rate, string? first) => Check(format, rate, first, 300);

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(All))]
    public void Every_in_and_out_of_ten_thousand_names_its_frame(string format, string rate, string? first) => Check(format, rate, first, 10_000);

    private static void Check(string format, string rate, string? first, int count)
    {
        Assert.True(FrameRate.TryParse(rate, out var perSecond));
        var random = new Random(27);
        var video = Footage.Video("/media/match.mp4", perSecond, 500_000, first);
        var wanted = Enumerable.Range(0, count).Select(_ => random.NextInt64(499_000)).Order().Select(from => (First: from, Until: from + random.NextInt64(1, 900))).ToList();
        var moments = wanted.Select((frames, at) => Footage.Moment(video, frames.First, frames.Until) is var exact
            ? exact with { Span = new MediaSpan(Rounded(exact.Span.Start, at), Rounded(exact.Span.End, at)), Name = $"{frames.First} {frames.Until}" }
            : exact).ToArray();

        var text = Footage.Sheet(Footage.Of(video, moments)).TextAs(format);

        var at = 0L;
        var pulls = Pulls(format, text);
        Assert.Equal(count, pulls.Count);
        foreach (var pull in pulls)
        {
            Assert.Equal((pull.Name, at), ($"{pull.First} {pull.Until}", pull.At));
            at += pull.Until - pull.First;
        }

        Assert.All(Marks(format, text), mark => Assert.Equal(mark.Name, $"{mark.First} {mark.Until}"));
    }

    private static MediaTime Rounded(MediaTime time, int at) => (at % 3) switch
    {
        0 => time,
        1 => new MediaTime(new Rational((time.Seconds * new Rational(1_000_000, 1)).Floor(), 1_000_000)),
        _ => new MediaTime(new Rational((time.Seconds * new Rational(1000, 1)).Round(), 1000)),
    };
}
