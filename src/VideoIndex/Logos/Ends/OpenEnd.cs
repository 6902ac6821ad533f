using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Ends;

/// <summary>An end of an appearance that is known between two looks alone.</summary>
/// <param name="IsStart">Whether it is the start, and looked for backwards.</param>
/// <param name="Sure">The last look that recognised the mark, on the way to the end.</param>
/// <param name="Frame">The frame of that look, counted from 0.</param>
/// <param name="Best">The look that recognised it best, not far from there: what the mark is known by.</param>
/// <param name="BestFrame">The frame of that look.</param>
/// <param name="Bound">The farthest frame that is looked at; the frame of the look itself where there is none.</param>
/// <param name="Edge">The frame that shows it last if all frames up to the bound do: beyond the bound lies a dissolve to another shot at most, up to its middle.</param>
/// <param name="Stride">How many frames are looked at at a time: as many as lie between two looks.</param>
/// <param name="Step">How far the camera's motion brings the mark from one frame to the next on the way, in pixels.</param>
public sealed record OpenEnd(
    bool IsStart, LogoSighting Sure, int Frame, LogoSighting Best, int BestFrame, int Bound, int Edge, int Stride, Point Step);

/// <summary>An end that was found.</summary>
/// <param name="Frame">The last frame on the way that shows the mark: the first or the last of the appearance.</param>
/// <param name="Place">Where the mark lies in it, in the looks' pixels.</param>
public sealed record FoundEnd(int Frame, Quad Place);
