using VideoIndex.Logos.Appearances;

namespace VideoIndex.Logos.Exposure;

/// <summary>A brand in one place of the picture for some time.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The name of the logo it was recognised by.</param>
/// <param name="Appearance">When and where.</param>
public sealed record Placement(string Brand, string Logo, LogoAppearance Appearance);
