namespace VideoIndex.Speech.Network;

/// <summary>
/// A network that turns sound pictures into tokens: an encoder, run once a window, and a decoder, run once a token. A. Radford and others, "Robust
/// Speech Recognition via Large-Scale Weak Supervision", 2022. One is used by one thread at a time.
/// </summary>
public interface ISpeechNetwork : IDisposable
{
    /// <summary>Gets its sizes.</summary>
    NetworkShape Shape { get; }

    /// <summary>Encodes windows.</summary>
    /// <param name="windows">
    /// The windows one after another, each of <see cref="NetworkShape.Mels"/> rows of <see cref="NetworkShape.Frames"/> values (see the log-mel
    /// spectrogram), the frames of a row lying together.
    /// </param>
    /// <param name="count">How many there are, 1 or more.</param>
    IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count);

    /// <summary>Begins decoding.</summary>
    /// <param name="speech">What was encoded; it must outlive what is returned.</param>
    /// <param name="windows">The window that each sequence is about: one may be named several times, or not at all.</param>
    IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows);

    /// <summary>Says which part of a window each token listens to, all tokens being known.</summary>
    /// <param name="speech">What was encoded.</param>
    /// <param name="window">Which window.</param>
    /// <param name="tokens">The whole sequence, its beginning marks included.</param>
    /// <param name="frames">How many of the window's positions are kept, from the first: half the frames that hold sound.</param>
    CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames);
}

/// <summary>Windows that are encoded, held where the network runs.</summary>
public interface IEncodedSpeech : IDisposable
{
    /// <summary>Gets how many windows there are.</summary>
    int Count { get; }
}

/// <summary>Sequences that are being decoded side by side, all of one length.</summary>
public interface IDecoding : IDisposable
{
    /// <summary>Gets how many sequences there are.</summary>
    int Count { get; }

    /// <summary>Gets how many tokens each has been given.</summary>
    int Length { get; }

    /// <summary>Gives every sequence the same number of further tokens.</summary>
    /// <param name="tokens">The tokens, those of a sequence lying together.</param>
    /// <param name="wanted">Of which of the new places the logits are wanted, from 0, in rising order.</param>
    /// <param name="logits">Takes them: for each sequence, for each wanted place, <see cref="NetworkShape.Vocabulary"/> values.</param>
    void Feed(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, Span<float> logits);

    /// <summary>Goes on with other sequences: each of those named, in this order, some of them twice, some left out.</summary>
    void Keep(ReadOnlySpan<int> sequences);
}

/// <summary>The sizes of a speech network.</summary>
/// <param name="Mels">The rows of a sound picture: 80 or 128.</param>
/// <param name="Positions">The positions a window has once encoded: 1,500 for 30 seconds.</param>
/// <param name="TextLength">The most tokens of a sequence: 448.</param>
/// <param name="Vocabulary">How many tokens there are.</param>
/// <param name="Width">The values of a position.</param>
/// <param name="EncoderHeads">The attention heads of an encoder layer.</param>
/// <param name="DecoderHeads">The attention heads of a decoder layer.</param>
/// <param name="EncoderLayers">The layers of the encoder.</param>
/// <param name="DecoderLayers">The layers of the decoder.</param>
public sealed record NetworkShape(
    int Mels, int Positions, int TextLength, int Vocabulary, int Width, int EncoderHeads, int DecoderHeads, int EncoderLayers, int DecoderLayers)
{
    /// <summary>Gets the frames of a window, one each 10 ms: two to a position.</summary>
    public int Frames => 2 * Positions;

    /// <summary>Gets the samples of a window.</summary>
    public int Samples => 160 * Frames;
}

/// <summary>Which part of a window each token of a sequence listens to, before softmax, by the heads that follow the sound best.</summary>
/// <param name="Heads">How many heads there are.</param>
/// <param name="Tokens">How many tokens there are.</param>
/// <param name="Frames">How many positions there are, 20 ms each.</param>
/// <param name="Scores">The scores, head by head, token by token; a row's positions lie together.</param>
/// <param name="Logits">For each token the logits of the one that follows it, <see cref="NetworkShape.Vocabulary"/> values each.</param>
public sealed record CrossAttention(int Heads, int Tokens, int Frames, float[] Scores, float[] Logits);
