using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Sound;

namespace VideoIndex.SpeechServices.Tests.Sound;

public sealed class WaveFileTests
{
    [Fact]
    public void A_piece_is_written_as_16_bit_samples_after_44_bytes()
    {
        using var file = new MemoryStream();
        Assert.True(WaveFile.Write(new SampleSound([9, 0, 0.5f, -1, 2, float.NaN, 9]), new SoundPiece(1, 5), file));
        var bytes = file.ToArray();
        Assert.Equal(WaveFile.SizeOf(5), bytes.Length);
        Assert.Equal("52494646 2E000000 57415645666D7420 10000000 0100 0100 803E0000 007D0000 0200 1000 64617461 0A000000 0000 0040 0180 FF7F 0000".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(bytes));
    }

    [Fact]
    public void Silence_is_told_from_the_quietest_sound()
    {
        Assert.False(WaveFile.Write(new SampleSound(new float[100_000]), new SoundPiece(0, 100_000), Stream.Null));
        var quiet = new float[100_000];
        quiet[99_999] = 1f / short.MaxValue;
        Assert.True(WaveFile.Write(new SampleSound(quiet), new SoundPiece(0, 100_000), Stream.Null));
    }

    [Fact]
    public void Pieces_touch_cover_the_sound_and_are_never_too_long()
    {
        var sound = SampleSound.Noise(123.4);
        var pieces = QuietCuts.Of(sound, 0, 30 * ISound.Rate).ToList();
        Assert.Equal(sound.Length, pieces[^1].End);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 30 * ISound.Rate));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
        Assert.All(pieces.SkipLast(1), piece => Assert.True(piece.Length >= 24 * ISound.Rate));
    }
}
