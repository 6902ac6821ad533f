using System.Globalization;
using VideoIndex.Looks;

namespace VideoIndex.Brands;

/// <summary>What may be changed of a brand, and how the change is told. The same for every store. Pure.</summary>
public static class BrandRules
{
    /// <summary>The most characters (UTF-16 units) of an attribute's value.</summary>
    public const int LongestValue = 2000;

    /// <summary>The most attributes of a brand.</summary>
    public const int MostAttributes = 200;

    /// <summary>Returns the change with its names as they are kept.</summary>
    /// <exception cref="BrandException">A name or a value cannot be kept.</exception>
    public static BrandChange Read(BrandChange change) => change switch
    {
        BrandChange.Rename { Name: var name } => new BrandChange.Rename(BrandName.Read("brand", name)),
        BrandChange.Describe { Name: var name, Value: var value } => new BrandChange.Describe(BrandName.Read("attribute", name), ReadValue(name, value)),
        BrandChange.AddLogo { Logo: var logo } => new BrandChange.AddLogo(BrandName.Read("logo", logo)),
        BrandChange.RemoveLogo { Logo: var logo } => new BrandChange.RemoveLogo(BrandName.Read("logo", logo)),
        BrandChange.AddExample { Logo: var logo, Picture: var picture } => new BrandChange.AddExample(BrandName.Read("logo", logo), picture),
        BrandChange.JoinGroup { Group: var group } => new BrandChange.JoinGroup(BrandName.Read("group", group)),
        BrandChange.LeaveGroup { Group: var group } => new BrandChange.LeaveGroup(BrandName.Read("group", group)),
        _ => change,
    };

    /// <summary>Returns whether a change, its names read, would change anything of a brand.</summary>
    /// <exception cref="BrandException">It cannot be made.</exception>
    public static bool Changes(Brand brand, BrandChange change)
    {
        ArgumentNullException.ThrowIfNull(brand);
        return change switch
        {
            BrandChange.Rename { Name: var name } => name != brand.Name,
            BrandChange.Describe { Name: var name, Value: null } => brand.Attributes.ContainsKey(name),
            BrandChange.Describe { Name: var name, Value: var value } => SetsAttribute(brand, name, value!),
            BrandChange.AddLogo { Logo: var logo } => LogoOf(brand, logo) is null,
            BrandChange.RemoveLogo { Logo: var logo } => LogoOf(brand, logo) is not null
                ? true
                : throw new BrandException("no-such-logo", $"{brand.Name} has no logo '{logo}'."),
            BrandChange.AddExample { Logo: var logo, Picture: var picture } => LogoOf(brand, logo)?.Examples.Any(example => example.Picture.Sha256 == picture.Sha256) is not true,
            BrandChange.RemoveExample { Example: var example } => brand.Logos.Any(logo => logo.Examples.Any(one => one.Id == example))
                ? true
                : throw new BrandException("no-such-example", $"{brand.Name} has no example {example.Number}."),
            BrandChange.JoinGroup { Group: var group } => !IsIn(brand, group),
            BrandChange.LeaveGroup { Group: var group } => IsIn(brand, group)
                ? true
                : throw new BrandException("not-in-group", $"{brand.Name} is not in the group '{group}'."),
            BrandChange.Retire => !brand.IsRetired,
            BrandChange.Restore => brand.IsRetired,
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
    }

    /// <summary>Returns how a change is remembered: its kind, and what of, told with what was before.</summary>
    public static (string What, string Detail) Tell(Brand before, BrandChange change)
    {
        ArgumentNullException.ThrowIfNull(before);
        return change switch
        {
            BrandChange.Rename { Name: var name } => ("renamed", $"from {before.Name} to {name}"),
            BrandChange.Describe { Name: var name, Value: null } => ("attribute-removed", $"{name} was {before.Attributes[name]}"),
            BrandChange.Describe { Name: var name, Value: var value } when before.Attributes.TryGetValue(name, out var old) => ("attribute-set", $"{name} from {old} to {value}"),
            BrandChange.Describe { Name: var name, Value: var value } => ("attribute-set", $"{name} to {value}"),
            BrandChange.AddLogo { Logo: var logo } => ("logo-added", logo),
            BrandChange.RemoveLogo { Logo: var logo } => ("logo-removed", LogoOf(before, logo)!.Name),
            BrandChange.AddExample { Logo: var logo, Picture: var picture } => ("example-added", $"to {logo}: {Tell(picture.Source)}, SHA-256 {picture.Sha256}"),
            BrandChange.RemoveExample { Example: var example } => ("example-removed", Tell(before, example)),
            BrandChange.JoinGroup { Group: var group } => ("group-joined", group),
            BrandChange.LeaveGroup { Group: var group } => ("group-left", group),
            BrandChange.Retire => ("retired", ""),
            BrandChange.Restore => ("restored", ""),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
    }

    /// <summary>Returns the logo of a name; null for none.</summary>
    public static Logo? LogoOf(Brand brand, string name)
    {
        ArgumentNullException.ThrowIfNull(brand);
        var folded = BrandName.Fold(name);
        return brand.Logos.FirstOrDefault(logo => BrandName.Fold(logo.Name) == folded);
    }

    /// <summary>Returns whether a brand is in a group.</summary>
    public static bool IsIn(Brand brand, string group)
    {
        ArgumentNullException.ThrowIfNull(brand);
        var folded = BrandName.Fold(group);
        return brand.Groups.Any(one => BrandName.Fold(one) == folded);
    }

    /// <summary>Refuses a name another brand bears.</summary>
    /// <param name="bearer">Who bears it; null when nobody does.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="BrandException"><c>brand-exists</c>.</exception>
    public static void RefuseTaken(Brand? bearer, string name)
    {
        if (bearer is not null)
        {
            throw new BrandException("brand-exists", $"'{name}' is already the brand {bearer.Id.Number}, {bearer.Name}{(bearer.IsRetired ? ", which is retired" : "")}.");
        }
    }

    /// <summary>Returns where an example came from, in words.</summary>
    public static string Tell(ExampleSource source) => source switch
    {
        ExampleSource.PictureFile { Name: var name } => name,
        ExampleSource.VideoFrame { Video: var video, Time: var time, Box: var box } => $"video {video} at {time}, {Tell(box)}",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "There is no such source."),
    };

    private static string Tell(PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Left},{box.Top},{box.Width},{box.Height}");

    private static string Tell(Brand before, ExampleId example)
    {
        var logo = before.Logos.First(logo => logo.Examples.Any(one => one.Id == example));
        return $"from {logo.Name}: SHA-256 {logo.Examples.First(one => one.Id == example).Picture.Sha256}";
    }

    private static string? ReadValue(string name, string? value) => value is { Length: > LongestValue } || value?.Any(char.IsControl) is true
        ? throw new BrandException("bad-attribute", $"The value of '{name}' is longer than {LongestValue} characters, or holds one that cannot be shown.")
        : value;

    private static bool SetsAttribute(Brand brand, string name, string value)
    {
        var isKnown = brand.Attributes.TryGetValue(name, out var old);
        return isKnown || brand.Attributes.Count < MostAttributes
            ? old != value
            : throw new BrandException("bad-attribute", $"{brand.Name} has {MostAttributes} attributes already, and takes no more.");
    }
}
