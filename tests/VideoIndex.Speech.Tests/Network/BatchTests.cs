using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>Sequences that are decoded side by side against the same ones alone.</summary>
public sealed class BatchTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    private static readonly int[][] Texts = [[50258, 50259, 50359], [50258, 50261, 50359], [50258, 50262, 50358], [50258, 50266, 50359], [50258, 50263, 50359]];

    private ISpeechNetwork Network => reference.Network;

    private static float[] Windows => [.. ReferenceNetwork.Recording, .. ReferenceNetwork.Silence, .. ReferenceNetwork.Recording.Reverse()];

    [OnnxFact]
    public void Windows_that_are_encoded_together_are_what_they_are_alone()
    {
        using var together = (EncodedWindows)Network.Encode(Windows, 3);
        for (var i = 0; i < 3; i++)
        {
            using var alone = (EncodedWindows)Network.Encode(Windows.AsSpan(i * 240_000, 240_000), 1);
            Assert.InRange(Numbers.Apart(together.Encoded.Slice(i * together.Size, together.Size), alone.Encoded), 0, 1e-5f);
        }
    }

    // In any order, windows named several times or never, so that some share keys and values and others do not.
    [OnnxTheory]
    [InlineData(new[] { 0, 1, 2 })]
    [InlineData(new[] { 2, 0 })]
    [InlineData(new[] { 1, 1, 1, 1, 1 })]
    [InlineData(new[] { 2, 0, 2, 2, 0 })]
    [InlineData(new[] { 0, 1, 0, 1, 2 })]
    public void Sequences_side_by_side_are_what_each_is_alone(int[] windows)
    {
        using var encoded = Network.Encode(Windows, 3);
        using var together = Network.Begin(encoded, windows);
        var first = Reading.Last(together, Network.Shape.Vocabulary, Texts[..windows.Length]);
        var second = Reading.Last(together, Network.Shape.Vocabulary, [.. windows.Select((_, i) => new[] { 300 + i })]);
        for (var i = 0; i < windows.Length; i++)
        {
            using var alone = Network.Begin(encoded, [windows[i]]);
            Assert.InRange(Numbers.Apart(first[i], Reading.Last(alone, Network.Shape.Vocabulary, Texts[i])[0]), 0, 1e-4f);
            Assert.InRange(Numbers.Apart(second[i], Reading.Last(alone, Network.Shape.Vocabulary, [300 + i])[0]), 0, 1e-4f);
        }
    }

    [OnnxTheory]
    [InlineData(new[] { 0, 2, 4 })]
    [InlineData(new[] { 4, 1 })]
    [InlineData(new[] { 3, 3, 0, 3 })]
    [InlineData(new[] { 2 })]
    public void Sequences_that_are_kept_go_on_as_if_the_others_had_never_been(int[] kept)
    {
        int[] windows = [0, 1, 2, 2, 0];
        using var encoded = Network.Encode(Windows, 3);
        using var together = Network.Begin(encoded, windows);
        Reading.Last(together, Network.Shape.Vocabulary, Texts);
        together.Keep(kept);
        Assert.Equal(kept.Length, together.Count);
        Reading.Last(together, Network.Shape.Vocabulary, [.. kept.Select((_, i) => new[] { 300 + i })]);
        together.Keep([.. Enumerable.Range(0, kept.Length)]);
        var next = Reading.Last(together, Network.Shape.Vocabulary, [.. kept.Select((_, i) => new[] { 400 + i })]);
        for (var i = 0; i < kept.Length; i++)
        {
            using var alone = Network.Begin(encoded, [windows[kept[i]]]);
            Assert.InRange(Numbers.Apart(next[i], Reading.Last(alone, Network.Shape.Vocabulary, [.. Texts[kept[i]], 300 + i, 400 + i])[0]), 0, 1e-4f);
        }
    }

    [OnnxFact]
    public void Windows_and_tokens_that_cannot_be_are_refused()
    {
        using var encoded = Network.Encode(ReferenceNetwork.Recording, 1);
        using var decoding = Network.Begin(encoded, [0, 0]);
        var logits = new float[Network.Shape.Vocabulary];
        Assert.Throws<ArgumentException>(() => Network.Encode(ReferenceNetwork.Recording, 2));
        Assert.Throws<ArgumentException>(() => Network.Begin(encoded, [1]));
        Assert.Throws<ArgumentException>(() => Network.Begin(encoded, []));
        Assert.Throws<ArgumentException>(() => decoding.Feed([50258, 50259, 50359], [0], logits));
        Assert.Throws<ArgumentException>(() => decoding.Feed([50258, 50258], [0], logits));
    }
}
