namespace VideoIndex.Shots;

/// <summary>Chooses the frames that stand for shots, among the few of which a decode wrote a picture for people.</summary>
/// <remarks>
/// It is fed the frames in order, before any shot is known, and serves one decode, or all frames of a video put together from
/// several. A picture it drops loses against another between the same two frames that may begin a shot at some threshold, and
/// that is decided by no frame further ahead than the last one taken: so one fed with the pictures another kept chooses the same.
/// </remarks>
public interface IKeyframeChooser
{
    /// <summary>How many frames from the ends of a shot a frame must be to be well away from them.</summary>
    /// <value>8: nearer, frames are often still part of a dissolve, or blurred by the coder.</value>
    const int Margin = 8;

    /// <summary>Takes the next frame.</summary>
    /// <param name="timestamp">Its presentation timestamp.</param>
    /// <param name="score">Its score.</param>
    /// <param name="picture">The name of its picture; null for most frames.</param>
    /// <returns>The names of pictures that can no longer be chosen, whatever is decided later: delete them.</returns>
    IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture);

    /// <summary>Ends the decode: to be called once, after the last frame and before <see cref="Choose"/>.</summary>
    /// <returns>The names of pictures that are no longer needed.</returns>
    IReadOnlyList<string> Finish();

    /// <summary>Returns the best of the candidates inside a shot; null when there is none.</summary>
    /// <param name="first">The shot's first frame.</param>
    /// <param name="until">The first frame after it.</param>
    Keyframe? Choose(int first, int until);
}

/// <summary>A frame that stands for a shot, and its picture.</summary>
/// <param name="Frame">Which frame, from 0.</param>
/// <param name="Picture">The name of its picture, in the folder the decode wrote to.</param>
public sealed record Keyframe(int Frame, string Picture);
