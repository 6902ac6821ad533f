using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>Where a look saw what may be words, before anything is read.</summary>
/// <param name="Timestamp">The look's frame, by its presentation timestamp.</param>
/// <param name="Sightings">What it saw, top to bottom.</param>
/// <param name="Ends">What the look before saw and this one does not.</param>
public sealed record TextLook(long Timestamp, IReadOnlyList<TextSighting> Sightings, IReadOnlyList<TextEnd> Ends);

/// <summary>A place where words may stand: a line of them.</summary>
/// <param name="Box">The upright box around it.</param>
/// <param name="Angle">How far the line rises, in tenths of a degree: 0 for level, above 0 for counter-clockwise.</param>
/// <param name="LightOnDark">Whether the letters are lighter than what is behind them.</param>
/// <param name="Certainty">How much it looks like words, 0 to 255.</param>
/// <param name="Before">Which sighting of the look before is this very picture in the same place, by its place in that list; -1 for none.</param>
/// <param name="Since">The timestamp of the first frame, after the look before, that shows it; the look before's own when it is in that one too.</param>
/// <param name="Crop">The name of its picture, ready to be read, in the segment's work folder; null where none was kept, for it has been read before.</param>
public sealed record TextSighting(PictureBox Box, int Angle, bool LightOnDark, byte Certainty, int Before, long Since, string? Crop);

/// <summary>The end of what the look before saw.</summary>
/// <param name="Before">Which sighting of the look before, by its place in that list.</param>
/// <param name="Until">The timestamp of the first frame without it.</param>
public readonly record struct TextEnd(int Before, long Until);
