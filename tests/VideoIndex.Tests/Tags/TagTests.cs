using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Tags;

public sealed class TagTests
{
    private static readonly Tag Referee = new(
        default,
        new MediaSpan(FrameRate.Ntsc.StartOf(0), FrameRate.Ntsc.StartOf(60)),
        "object",
        "referee",
        new Confidence(0.8),
        new Origin("model", "yolox-s", "0.1.1"));

    [Fact]
    public void The_same_claim_has_the_same_id_however_sure_its_author_is() =>
        Assert.Equal(Referee.Id, (Referee with { Confidence = new Confidence(0.9) }).Id);

    [Fact]
    public void Another_version_of_a_model_makes_another_claim() =>
        Assert.NotEqual(Referee.Id, (Referee with { Origin = new Origin("model", "yolox-s", "0.2.0") }).Id);

    [Fact]
    public void An_id_never_changes() =>
        Golden.Verify(Referee.Id.Value.ToString());

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_confidence_is_between_0_and_1(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Confidence(value));
}
