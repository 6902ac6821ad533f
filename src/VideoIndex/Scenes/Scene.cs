using VideoIndex.Timing;

namespace VideoIndex.Scenes;

/// <summary>Consecutive shots that belong together: one setting, one talk between two people, one chase.</summary>
/// <remarks>The scenes of a video touch and cover it.</remarks>
/// <param name="Number">The scene's place in its video, from 1.</param>
/// <param name="Span">When it is on screen.</param>
/// <param name="FirstShot">The number of its first shot.</param>
/// <param name="LastShot">The number of its last shot.</param>
public sealed record Scene(int Number, MediaSpan Span, int FirstShot, int LastShot);
