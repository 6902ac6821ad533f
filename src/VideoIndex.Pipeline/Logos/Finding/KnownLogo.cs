using VideoIndex.Brands;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>A logo as it is looked for.</summary>
/// <param name="Number">The logo's number.</param>
/// <param name="Examples">The pictures it is looked for by, in the order they were added.</param>
public sealed record KnownLogo(long Number, IReadOnlyList<ExamplePicture> Examples)
{
    /// <summary>Returns the logos of the brands that are looked for, those without an example left out.</summary>
    public static IReadOnlyList<KnownLogo> Of(IEnumerable<Brand> brands) =>
        [.. brands.Where(brand => !brand.IsRetired).SelectMany(brand => brand.Logos).Where(logo => logo.Examples is not []).Select(Of)];

    /// <summary>Returns a logo as it is looked for.</summary>
    public static KnownLogo Of(Logo logo)
    {
        ArgumentNullException.ThrowIfNull(logo);
        return new KnownLogo(logo.Id.Number, [.. logo.Examples.Select(example => example.Picture)]);
    }
}
