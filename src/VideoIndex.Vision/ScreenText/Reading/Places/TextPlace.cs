namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>Where a model says that words stand.</summary>
/// <param name="Box">The place, in pixels of the map.</param>
/// <param name="Certainty">How sure it is, 0 to 1: the mean of the map in the place before it is grown.</param>
internal readonly record struct TextPlace(TurnedBox Box, double Certainty);
