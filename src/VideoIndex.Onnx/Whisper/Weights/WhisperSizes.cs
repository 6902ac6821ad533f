using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>The sizes of a Whisper network.</summary>
/// <param name="Mels">The rows of a sound picture.</param>
/// <param name="Positions">The positions of a window once encoded; a sound picture has twice as many frames.</param>
/// <param name="TextLength">The most tokens of a sequence.</param>
/// <param name="Vocabulary">How many tokens there are.</param>
/// <param name="Width">The values of a position.</param>
internal sealed record WhisperSizes(int Mels, int Positions, int TextLength, int Vocabulary, int Width)
{
    /// <summary>Gets the sizes of the encoder.</summary>
    public required StackSizes Encoder { get; init; }

    /// <summary>Gets the sizes of the decoder.</summary>
    public required StackSizes Decoder { get; init; }

    /// <summary>Refuses sizes no Whisper network has, before anything is made of them.</summary>
    /// <returns>This.</returns>
    /// <exception cref="ModelException">They are out of bounds.</exception>
    public WhisperSizes Checked()
    {
        Within(Mels, 256, "mel bands");
        Within(Positions, 15_000, "positions of sound");
        Within(TextLength, 10_000, "positions of text");
        Within(Vocabulary, 1_000_000, "tokens");
        Within(Width, 8_192, "values a position");
        Checked(Encoder, "encoder");
        Checked(Decoder, "decoder");
        return this;
    }

    private void Checked(StackSizes stack, string which)
    {
        Within(stack.Layers, 128, $"layers of the {which}");
        Within(stack.Heads, 256, $"heads of the {which}");
        Within(stack.Inner, 65_536, $"inner values of the {which}");
        if (Width % stack.Heads != 0)
        {
            throw new ModelException("bad-config", $"The {which}'s {stack.Heads} heads do not share {Width} values evenly.");
        }
    }

    private static void Within(int value, int most, string what)
    {
        if (value < 1 || value > most)
        {
            throw new ModelException("bad-config", $"The model is said to have {value} {what}, which none has: from 1 to {most} can be.");
        }
    }
}

/// <summary>The sizes of a stack of layers.</summary>
/// <param name="Layers">How many there are.</param>
/// <param name="Heads">The heads of each.</param>
/// <param name="Inner">The values between its two last steps.</param>
internal sealed record StackSizes(int Layers, int Heads, int Inner);
