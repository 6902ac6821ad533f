namespace VideoIndex.Shots;

/// <summary>Chooses the frames that stand for shots, among the few of which a decode wrote a picture for people.</summary>
/// <remarks>It is fed while the decode runs, before any shot is known, and serves one decode.</remarks>
public interface IKeyframeChooser
{
    /// <summary>Takes the next frame.</summary>
    /// <param name="frame">Which frame, from 0.</param>
    /// <param name="score">Its score.</param>
    /// <param name="picture">The name of its picture; null for most frames.</param>
    /// <returns>The names of pictures that can no longer be chosen, whatever is decided later: delete them.</returns>
    IReadOnlyList<string> Add(int frame, FrameScore score, string? picture);

    /// <summary>Returns the best of the candidates inside a shot; null when there is none.</summary>
    /// <param name="first">The shot's first frame.</param>
    /// <param name="until">The frame after its last.</param>
    KeyframeCandidate? Choose(int first, int until);
}

/// <summary>A frame that may stand for a shot, and its picture.</summary>
public sealed record KeyframeCandidate(int Frame, string Picture);
