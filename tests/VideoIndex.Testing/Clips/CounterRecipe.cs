using VideoIndex.Timing;

namespace VideoIndex.Testing.Clips;

/// <summary>How a clip of numbered frames is made, and what is therefore true of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Rate">Frames a second, as drawn.</param>
/// <param name="Drawn">How many frames are drawn, numbered from 0.</param>
/// <param name="Arguments">What FFmpeg is told after its input, ending in the file to write.</param>
public sealed record CounterRecipe(string Name, FrameRate Rate, int Drawn, string Arguments)
{
    /// <summary>Gets a second FFmpeg command, which reads what the first wrote; null for none.</summary>
    public string? Then { get; init; }

    /// <summary>Gets the number on the first frame a player shows.</summary>
    public int First { get; init; }

    /// <summary>Gets when each frame starts on a player's clock, by its place among the frames a player shows; null for a constant rate from zero.</summary>
    public Func<int, Rational>? Planted { get; init; }

    /// <summary>Gets the label of the first frame; null where the clip has no timecode.</summary>
    public string? StartLabel { get; init; }

    /// <summary>Gets how many frames a player shows.</summary>
    public int Frames => Drawn - First;

    /// <summary>Returns when a frame starts on a player's clock.</summary>
    public MediaTime StartOf(int frame) => Planted is { } planted ? new MediaTime(planted(frame)) : Rate.StartOf(frame);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
