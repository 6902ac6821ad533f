namespace VideoIndex.Logos.Ends.Following;

/// <summary>How much of a mark is seen in a place.</summary>
/// <param name="Alike">How like the mark it is: the mean over its cells in the picture of their correlation, none below 0; 0 to 1.</param>
/// <param name="Visible">The share of its cells in the picture that are alike enough, 0 to 1.</param>
/// <param name="Strength">How strong the contrast of the cells that are alike is beside the mark's own: 1 as strong, 0.5 in the middle of a dissolve.</param>
internal readonly record struct PatchView(double Alike, double Visible, double Strength);
