namespace VideoIndex.Brands;

/// <summary>One line of a list of brands: a brand, one of its logos, a picture of it.</summary>
/// <param name="Where">Where it stands, for a complaint: <c>line 7</c>, or the file's path inside a folder.</param>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The logo's name.</param>
/// <param name="File">The picture's path, absolute; null where the line says only that there is such a brand.</param>
/// <param name="Attributes">What else it says of the brand.</param>
public sealed record BrandEntry(string Where, string Brand, string Logo, string? File, IReadOnlyDictionary<string, string> Attributes);

/// <summary>What of a list could not be taken.</summary>
/// <param name="Where">Where it stands: <c>line 7</c>, or a file's path inside a folder.</param>
/// <param name="Code">A stable machine-readable code.</param>
/// <param name="Sentence">One plain sentence for people.</param>
public sealed record BrandComplaint(string Where, string Code, string Sentence);

/// <summary>A list of brands as it was read, in its own order.</summary>
/// <param name="Entries">The lines that can be taken.</param>
/// <param name="Complaints">The lines that cannot.</param>
public sealed record BrandList(IReadOnlyList<BrandEntry> Entries, IReadOnlyList<BrandComplaint> Complaints);
