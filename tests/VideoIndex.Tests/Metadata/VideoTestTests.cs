using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Metadata;

/// <summary>Which videos a question's clauses about videos admit, at the very bounds.</summary>
public sealed class VideoTestTests
{
    private static readonly FieldDefinition Takes = new("takes", FieldType.Number, []);
    private static readonly FieldDefinition ShotOn = new("shot-on", FieldType.Date, []);
    private static readonly FieldDefinition Client = new("client", FieldType.Text, []);
    private static readonly FieldDefinition Mood = new("mood", FieldType.MultiChoice, ["calm", "very sad"]);

    [Theory]
    [InlineData(Comparison.More, "2.9 no", "3 no", "3.0000000000000001 yes")]
    [InlineData(Comparison.AtLeast, "2.9999999999999999 no", "3 yes", "4 yes")]
    [InlineData(Comparison.Less, "2.9999999999999999 yes", "3 no", "4 no")]
    [InlineData(Comparison.AtMost, "2 yes", "3.0 yes", "3.0000000000000001 no")]
    [InlineData(Comparison.Exactly, "2.9999999999999999 no", "3.00 yes", "-3 no")]
    public void A_number_compares_exactly(Comparison comparison, params string[] answers) => Check(Takes, comparison, "3", answers);

    [Theory]
    [InlineData(Comparison.More, "2026-11-21 no", "2026-11-22 yes")]
    [InlineData(Comparison.AtLeast, "2026-11-20 no", "2026-11-21 yes")]
    [InlineData(Comparison.Less, "2026-11-20 yes", "2026-11-21 no")]
    [InlineData(Comparison.AtMost, "2026-11-21 yes", "2026-11-22 no")]
    [InlineData(Comparison.Exactly, "2026-11-20 no", "2026-11-21 yes", "2026-11-22 no")]
    public void A_day_compares_as_a_whole(Comparison comparison, params string[] answers) => Check(ShotOn, comparison, "2026-11-21", answers);

    [Fact]
    public void A_text_has_the_words_side_by_side() =>
        Check(Client, Comparison.Exactly, "acme söhne", "Acme & Söhne, Ltd. yes", "ACME SOHNE yes", "Söhne Acme no", "Acme und Söhne no", "Acme Söhnelein no");

    [Fact]
    public void A_choice_is_the_very_one()
    {
        Check(Mood, Comparison.Exactly, "very sad", "very sad yes", "calm no", "calm;very sad yes");
        Assert.False(new FieldTest(Mood, Comparison.Exactly, new FieldValue("sad", null, null)).Admits(With(Mood, "very sad")));
    }

    [Fact]
    public void What_has_no_value_keeps_to_nothing() =>
        Assert.All(Enum.GetValues<Comparison>(), comparison => Assert.False(new FieldTest(Takes, comparison, FieldValues.Read(Takes, "0")).Admits(With(Mood, "calm"))));

    [Theory]
    [InlineData("cup finals", true)]
    [InlineData("cup", false)]
    [InlineData("cup finals 2026", false)]
    [InlineData("semi finals", true)]
    public void A_collection_is_meant_by_its_whole_name(string folded, bool isIn) =>
        Assert.Equal(isIn, new CollectionTest(folded).Admits(Facts with { Collections = ["Cup-Finals", "Sémi finals"] }));

    [Theory]
    [InlineData(Comparison.Exactly, "2025-12-31T23:59:59.9999999Z no", "2026-01-01T00:00:00Z yes", "2026-01-31T23:59:59.9999999Z yes", "2026-02-01T00:00:00Z no", "2026-02-01T00:59:00+01:00 yes")]
    [InlineData(Comparison.Less, "2025-12-31T23:59:59.9999999Z yes", "2026-01-01T00:00:00Z no")]
    [InlineData(Comparison.AtMost, "2026-01-31T23:59:59.9999999Z yes", "2026-02-01T00:00:00Z no")]
    [InlineData(Comparison.More, "2026-01-31T23:59:59.9999999Z no", "2026-02-01T00:00:00Z yes")]
    [InlineData(Comparison.AtLeast, "2025-12-31T23:59:59.9999999Z no", "2026-01-01T00:00:00Z yes")]
    public void A_date_is_inside_a_month_before_or_after_it(Comparison comparison, params string[] answers)
    {
        var january = new DateTest(VideoDate.Recorded, comparison, A.Day(1), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.All(answers, answer => Assert.Equal(answer.EndsWith(" yes", StringComparison.Ordinal), january.Admits(RecordedAt(answer[..answer.LastIndexOf(' ')]))));
        Assert.False(january.Admits(Facts));
    }

    [Fact]
    public void A_measure_compares_exactly()
    {
        var video = new VideoFacts(Facts.Video with { Extent = A.Span("0-1001/30"), Rate = FrameRate.Ntsc });
        Assert.True(new MeasureTest(VideoMeasure.Duration, new Limit(Comparison.AtMost, new Rational(1001, 30))).Admits(video));
        Assert.False(new MeasureTest(VideoMeasure.Duration, new Limit(Comparison.Less, new Rational(1001, 30))).Admits(video));
        Assert.True(new MeasureTest(VideoMeasure.Rate, new Limit(Comparison.Exactly, new Rational(30000, 1001))).Admits(video));
        Assert.False(new MeasureTest(VideoMeasure.Height, new Limit(Comparison.More, new Rational(0, 1))).Admits(video));
    }

    private static VideoFacts Facts => new(A.Video("a.mp4").Contents.Video);

    private static VideoFacts RecordedAt(string time) =>
        new(Facts.Video with { Probe = new MediaProbe { Format = "mov", Attributes = new Dictionary<string, string> { ["creation_time"] = time } } });

    private static VideoFacts With(FieldDefinition field, string typed) =>
        Facts with { Fields = new Dictionary<string, IReadOnlyList<FieldValue>> { [field.Name] = FieldValues.ReadAll(field, typed) } };

    private static void Check(FieldDefinition field, Comparison comparison, string asked, params string[] answers)
    {
        var test = new FieldTest(field, comparison, FieldValues.Read(field, asked));
        Assert.All(answers, answer => Assert.Equal(answer.EndsWith(" yes", StringComparison.Ordinal), test.Admits(With(field, answer[..answer.LastIndexOf(' ')]))));
    }
}
