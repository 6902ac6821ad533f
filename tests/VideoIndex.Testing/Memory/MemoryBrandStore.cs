using System.Globalization;
using VideoIndex.Brands;

namespace VideoIndex.Testing.Memory;

/// <summary>Brands in memory, gone with the test.</summary>
public sealed class MemoryBrandStore(TimeProvider clock) : IBrandStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BrandId, Brand> _brands = [];
    private readonly Dictionary<BrandId, List<PastChange>> _history = [];
    private readonly SortedDictionary<string, string> _groups = new(StringComparer.Ordinal);
    private long _last;

    public Task<IReadOnlyList<Brand>> ListAsync(CancellationToken cancellationToken) =>
        Alone<IReadOnlyList<Brand>>(() => [.. _brands.Values.OrderBy(brand => BrandName.Fold(brand.Name), StringComparer.Ordinal)]);

    public Task<Brand?> FindAsync(string nameOrNumber, CancellationToken cancellationToken) => Alone(() =>
        Named(nameOrNumber) ?? (long.TryParse(nameOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _brands.GetValueOrDefault(new BrandId(number)) : null));

    public Task<IReadOnlyList<BrandGroup>> ListGroupsAsync(CancellationToken cancellationToken) =>
        Alone<IReadOnlyList<BrandGroup>>(() => [.. _groups.Values.Select(group => new BrandGroup(group, _brands.Values.Count(brand => BrandRules.IsIn(brand, group))))]);

    public Task<IReadOnlyList<PastChange>> ReadHistoryAsync(BrandId brand, CancellationToken cancellationToken) =>
        Alone<IReadOnlyList<PastChange>>(() => [.. _history.GetValueOrDefault(brand, [])]);

    public Task<Brand> AddAsync(string name, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken) => Alone(() =>
    {
        name = BrandName.Read("brand", name);
        BrandRules.RefuseTaken(Named(name), name);
        var stamp = new Stamp(clock.GetUtcNow(), by);
        var brand = new Brand { Id = new BrandId(++_last), Name = name, Added = stamp, Changed = stamp };
        return Change(brand, [new PastChange(stamp, "added", name)], changes, stamp);
    });

    public Task<Brand> ChangeAsync(BrandId brand, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken) => Alone(() =>
        _brands.TryGetValue(brand, out var known)
            ? Change(known, _history[brand], changes, new Stamp(clock.GetUtcNow(), by))
            : throw new BrandException("no-such-brand", $"There is no brand {brand.Number}."));

    // Kept only when every change could be made.
    private Brand Change(Brand brand, IReadOnlyList<PastChange> history, IReadOnlyList<BrandChange> changes, Stamp stamp)
    {
        var past = history.ToList();
        foreach (var change in changes.Select(BrandRules.Read).Where(change => BrandRules.Changes(brand, change)))
        {
            var (what, detail) = BrandRules.Tell(brand, change);
            past.Add(new PastChange(stamp, what, detail));
            brand = Changed(brand, change, stamp) with { Changed = stamp };
        }

        foreach (var group in brand.Groups)
        {
            _groups.TryAdd(BrandName.Fold(group), group);
        }

        (_brands[brand.Id], _history[brand.Id]) = (brand, past);
        return brand;
    }

    private Brand Changed(Brand brand, BrandChange change, Stamp stamp)
    {
        switch (change)
        {
            case BrandChange.Rename { Name: var name }:
                BrandRules.RefuseTaken(Named(name) is { } bearer && bearer.Id != brand.Id ? bearer : null, name);
                return brand with { Name = name };
            case BrandChange.Describe { Name: var name, Value: var value }:
                var attributes = brand.Attributes.Where(pair => pair.Key != name).ToDictionary();
                return brand with { Attributes = new SortedDictionary<string, string>(value is null ? attributes : new(attributes) { [name] = value }, StringComparer.Ordinal) };
            case BrandChange.AddLogo { Logo: var logo }:
                return brand with { Logos = [.. brand.Logos, new Logo(new LogoId(++_last), logo, [])] };
            case BrandChange.RemoveLogo { Logo: var logo }:
                return brand with { Logos = [.. brand.Logos.Where(one => one != BrandRules.LogoOf(brand, logo))] };
            case BrandChange.AddExample { Logo: var logo, Picture: var picture }:
                var added = BrandRules.LogoOf(brand, logo) is null ? Changed(brand, new BrandChange.AddLogo(logo), stamp) : brand;
                var mark = BrandRules.LogoOf(added, logo)!;
                return WithLogo(added, mark with { Examples = [.. mark.Examples, new LogoExample(new ExampleId(++_last), picture, stamp)] });
            case BrandChange.RemoveExample { Example: var example }:
                var holder = brand.Logos.First(one => one.Examples.Any(picture => picture.Id == example));
                return WithLogo(brand, holder with { Examples = [.. holder.Examples.Where(picture => picture.Id != example)] });
            case BrandChange.JoinGroup { Group: var group }:
                return brand with { Groups = [.. brand.Groups.Append(_groups.GetValueOrDefault(BrandName.Fold(group), group)).OrderBy(BrandName.Fold, StringComparer.Ordinal)] };
            case BrandChange.LeaveGroup { Group: var group }:
                return brand with { Groups = [.. brand.Groups.Where(one => BrandName.Fold(one) != BrandName.Fold(group))] };
            default:
                return brand with { IsRetired = change is BrandChange.Retire };
        }
    }

    private static Brand WithLogo(Brand brand, Logo logo) => brand with { Logos = [.. brand.Logos.Select(one => one.Id == logo.Id ? logo : one)] };

    private Brand? Named(string name) => _brands.Values.FirstOrDefault(brand => BrandName.Fold(brand.Name) == BrandName.Fold(name));

    private Task<T> Alone<T>(Func<T> work)
    {
        lock (_gate)
        {
            try
            {
                return Task.FromResult(work());
            }
            catch (BrandException refused)
            {
                return Task.FromException<T>(refused);
            }
        }
    }
}
