using VideoIndex.Shots;

namespace VideoIndex.Tests.Shots;

public sealed class FrameScoreTests
{
    private static readonly FrameScore Score = new(
        Difference: 0x0102, Histogram: 0x0304, Structure: 0x0506, Mean: 0x0D, Deviation: 0x0E, Sharpness: 0x0F,
        Fingerprint: 0x1122334455667788,
        Back2: new(0x0708, 0x090A, 0x0B0C), Back3: new(0x1718, 0x191A, 0x1B1C), Back4: new(0x2728, 0x292A, 0x2B2C),
        Texture: 0x10, Spread: 0x11, Everywhere: 0x12, Local: 0x1314);

    [Fact]
    public void A_score_reads_back_as_it_was_written() => Assert.Equal(Score, FrameScore.Read(Written(Score)));

    [Fact]
    public void The_written_form_never_changes() => Golden.Verify(Convert.ToHexString(Written(Score)));

    private static byte[] Written(FrameScore score)
    {
        var bytes = new byte[FrameScore.Size];
        score.Write(bytes);
        return bytes;
    }
}
