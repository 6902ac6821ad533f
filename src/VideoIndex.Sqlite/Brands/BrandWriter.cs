using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Brands;

/// <summary>Carries out changes to brands, and remembers each, inside the transaction that is open.</summary>
/// <param name="connection">The library.</param>
/// <param name="stamp">Who makes the changes, and when.</param>
internal sealed class BrandWriter(SqliteConnection connection, Stamp stamp)
{
    private readonly BrandReader _reader = new(connection);

    private string Now => stamp.At.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Adds a brand of a name that was read.</summary>
    public BrandId Add(string name)
    {
        BrandRules.RefuseTaken(_reader.FindName(name), name);
        var brand = new BrandId(connection.Number(
            "INSERT INTO brand (name, folded, added, added_by, changed, changed_by) VALUES ($name, $folded, $now, $by, $now, $by) RETURNING number",
            ("$name", name), ("$folded", BrandName.Fold(name)), ("$now", Now), ("$by", stamp.By)));
        Remember(brand, "added", name);
        return brand;
    }

    /// <summary>Makes changes in their order.</summary>
    public Brand Change(BrandId id, IReadOnlyList<BrandChange> changes)
    {
        var brand = _reader.Find(id) ?? throw new BrandException("no-such-brand", $"There is no brand {id.Number}.");
        foreach (var change in changes.Select(BrandRules.Read))
        {
            if (!BrandRules.Changes(brand, change))
            {
                continue;
            }

            Carry(brand, change);
            var (what, detail) = BrandRules.Tell(brand, change);
            Remember(id, what, detail);
            connection.Run("UPDATE brand SET changed = $now, changed_by = $by WHERE number = $brand", ("$now", Now), ("$by", stamp.By), ("$brand", id.Number));
            brand = _reader.Find(id)!;
        }

        return brand;
    }

    private void Carry(Brand brand, BrandChange change)
    {
        var number = ("$brand", (object?)brand.Id.Number);
        switch (change)
        {
            case BrandChange.Rename { Name: var name }:
                BrandRules.RefuseTaken(_reader.FindName(name) is { } bearer && bearer.Id != brand.Id ? bearer : null, name);
                connection.Run("UPDATE brand SET name = $name, folded = $folded WHERE number = $brand", ("$name", name), ("$folded", BrandName.Fold(name)), number);
                break;
            case BrandChange.Describe { Name: var name, Value: null }:
                connection.Run("DELETE FROM brand_attribute WHERE brand = $brand AND name = $name", ("$name", name), number);
                break;
            case BrandChange.Describe { Name: var name, Value: var value }:
                connection.Run("INSERT OR REPLACE INTO brand_attribute VALUES ($brand, $name, $value)", ("$name", name), ("$value", value), number);
                break;
            case BrandChange.AddLogo { Logo: var logo }:
                LogoOf(brand, logo);
                break;
            case BrandChange.RemoveLogo { Logo: var logo }:
                connection.Run("UPDATE logo SET is_removed = 1 WHERE number = $logo", ("$logo", LogoOf(brand, logo)));
                break;
            case BrandChange.AddExample { Logo: var logo, Picture: var picture }:
                Add(LogoOf(brand, logo), picture);
                break;
            case BrandChange.RemoveExample { Example: var example }:
                connection.Run("UPDATE logo_example SET is_removed = 1 WHERE number = $example", ("$example", example.Number));
                break;
            case BrandChange.JoinGroup { Group: var group }:
                connection.Run("INSERT INTO brand_in_group VALUES ($brand, $group)", ("$group", GroupOf(group)), number);
                break;
            case BrandChange.LeaveGroup { Group: var group }:
                connection.Run("DELETE FROM brand_in_group WHERE brand = $brand AND brand_group = $group", ("$group", GroupOf(group)), number);
                break;
            default:
                connection.Run("UPDATE brand SET is_retired = $retired WHERE number = $brand", ("$retired", change is BrandChange.Retire), number);
                break;
        }
    }

    private long LogoOf(Brand brand, string name) => BrandRules.LogoOf(brand, name)?.Id.Number ?? connection.Number(
        "INSERT INTO logo (brand, name, folded) VALUES ($brand, $name, $folded) RETURNING number",
        ("$brand", brand.Id.Number), ("$name", name), ("$folded", BrandName.Fold(name)));

    private long GroupOf(string name)
    {
        connection.Run("INSERT INTO brand_group (name, folded) VALUES ($name, $folded) ON CONFLICT (folded) DO NOTHING", ("$name", name), ("$folded", BrandName.Fold(name)));
        return connection.Number("SELECT number FROM brand_group WHERE folded = $folded", ("$folded", BrandName.Fold(name)));
    }

    private void Add(long logo, ExamplePicture picture)
    {
        connection.Run(
            """
            INSERT INTO logo_example (
                logo, picture, sha256, width, height, region, source_file, source_video, source_time, source_box, added, added_by)
            VALUES ($logo, $picture, $sha256, $width, $height, $region, $file, $video, $time, $box, $now, $by)
            """,
            [
                ("$logo", logo),
                .. ExampleValues.Of(picture),
                ("$now", Now),
                ("$by", stamp.By),
            ]);
    }

    private void Remember(BrandId brand, string what, string detail) => connection.Run(
        "INSERT INTO brand_change (brand, at, by, what, detail) VALUES ($brand, $now, $by, $what, $detail)",
        ("$brand", brand.Number), ("$now", Now), ("$by", stamp.By), ("$what", what), ("$detail", detail));
}
