using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>Finds where words may stand in the frames of one decode, without reading them.</summary>
/// <remarks>
/// What it says of a look depends on nothing but that look, the look before and the frames between, so it is the same
/// however a video is cut into segments. It is fed every frame, in order; one serves one decode.
/// </remarks>
public interface ITextSpotter
{
    /// <summary>Takes the next frame.</summary>
    /// <param name="timestamp">Its presentation timestamp.</param>
    /// <param name="gray">320 x 180 luma: the picture as stored, neither turned nor in square pixels.</param>
    void Pass(long timestamp, ReadOnlySpan<byte> gray);

    /// <summary>Looks at the frame last passed.</summary>
    /// <param name="timestamp">Its presentation timestamp.</param>
    /// <param name="picture">The frame, large.</param>
    SpottedText Look(long timestamp, in LookPicture picture);
}

/// <summary>What a look saw, and the pictures of it to be read.</summary>
/// <param name="Look">Where, with no crop named yet.</param>
/// <param name="Crops">For each sighting its picture: level, dark letters on light, about 40 pixels from the top of a capital to its foot with as much around; null where it stands unchanged and was read before. Each is cut out when it is first asked for, which has to be before the look after the next.</param>
public sealed record SpottedText(TextLook Look, IReadOnlyList<GrayPicture?> Crops);
