using VideoIndex.Brands;
using VideoIndex.Looks;

namespace VideoIndex.Testing.Contracts.Brands;

/// <summary>What every store of brands must do.</summary>
public abstract class BrandStoreContract
{
    /// <summary>The clock the store must go by.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected abstract IBrandStore Brands { get; }

    [Fact]
    public async Task What_is_added_comes_back()
    {
        var saved = await AddAsync(
            "Crédit Agricole",
            new BrandChange.Describe("tier", "gold"),
            new BrandChange.Describe("Land", "フランス"),
            new BrandChange.JoinGroup("Tour 2026"),
            new BrandChange.AddExample("wordmark", Picture(1)),
            new BrandChange.AddExample("wordmark", Crop(2)),
            new BrandChange.AddExample("symbol", Picture(3)));

        var brand = (await Brands.FindAsync("Crédit Agricole", default))!;
        Assert.Equal(Spelled(saved), Spelled(brand));
        Assert.Equal("Crédit Agricole: Land=フランス, tier=gold; Tour 2026; symbol[3], wordmark[1 2]", Said(brand));
        Assert.Equal(Crop(2), brand.Logos[0].Examples[1].Picture);
        Assert.Equal(new Stamp(Clock.GetUtcNow(), "ada"), brand.Added);
        Assert.Equal(brand.Added, brand.Logos[0].Examples[0].Added);
    }

    [Theory]
    [InlineData("Crédit Agricole", "CREDIT  agricole")]
    [InlineData("日本テレビ", "日本テレビ")]
    [InlineData("Coca-Cola", "coca cola")]
    [InlineData("Straße", "strasse")]
    [InlineData("+", "+")]
    public async Task A_name_is_found_as_people_type_it_and_borne_once(string name, string typed)
    {
        var brand = await AddAsync(name);
        await AddAsync("another");

        Assert.Equal(brand.Id, (await Brands.FindAsync(typed, default))?.Id);
        Assert.Equal(brand.Id, (await Brands.FindAsync($"{brand.Id.Number}", default))?.Id);
        Assert.Equal("brand-exists", await RefusedAsync(() => AddAsync(typed)));
        Assert.Equal(2, (await Brands.ListAsync(default)).Count);
    }

    [Fact]
    public async Task A_brand_called_by_a_number_is_meant_before_the_brand_of_that_number()
    {
        var first = await AddAsync("Acme");
        var named = await AddAsync($"{first.Id.Number}");

        Assert.Equal(named.Id, (await Brands.FindAsync($"{first.Id.Number}", default))?.Id);
    }

    [Fact]
    public async Task Brands_are_listed_by_name()
    {
        await AddAsync("zeta");
        await AddAsync("Äther");
        await AddAsync("beta");

        Assert.Equal(["Äther", "beta", "zeta"], (await Brands.ListAsync(default)).Select(brand => brand.Name));
    }

    [Fact]
    public async Task A_change_touches_no_other_brand()
    {
        await AddAsync("other", new BrandChange.AddExample("main", Picture(1)), new BrandChange.JoinGroup("Cup"), new BrandChange.Describe("tier", "gold"));
        var before = Spelled((await Brands.FindAsync("other", default))!);
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)), new BrandChange.JoinGroup("Cup"));
        Clock.Advance(TimeSpan.FromHours(1));

        await ChangeAsync(acme, new BrandChange.Rename("Acme Corp"), new BrandChange.LeaveGroup("cup"), new BrandChange.RemoveLogo("main"), new BrandChange.Retire());

        Assert.Equal(before, Spelled((await Brands.FindAsync("other", default))!));
    }

    [Fact]
    public async Task Every_change_is_remembered_with_who_made_it_and_when()
    {
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)));
        var example = acme.Logos[0].Examples[0].Id;
        Clock.Advance(TimeSpan.FromDays(2));

        await ChangeAsync(
            acme,
            new BrandChange.Rename("Acme Corp"),
            new BrandChange.Describe("tier", "gold"),
            new BrandChange.Describe("tier", "silver"),
            new BrandChange.Describe("tier", null),
            new BrandChange.AddLogo("symbol"),
            new BrandChange.RemoveExample(example),
            new BrandChange.RemoveLogo("symbol"),
            new BrandChange.JoinGroup("Cup"),
            new BrandChange.LeaveGroup("Cup"),
            new BrandChange.Retire(),
            new BrandChange.Restore());

        var past = await Brands.ReadHistoryAsync(acme.Id, default);
        Assert.Equal(
            [
                "added Acme", $"example-added to main: 1.png, SHA-256 {Sha(1)}", "renamed from Acme to Acme Corp", "attribute-set tier to gold",
                "attribute-set tier from gold to silver", "attribute-removed tier was silver", "logo-added symbol", $"example-removed from main: SHA-256 {Sha(1)}",
                "logo-removed symbol", "group-joined Cup", "group-left Cup", "retired", "restored",
            ],
            past.Select(change => $"{change.What} {change.Detail}".TrimEnd()));
        Assert.Equal("2026-01-01 ada, 2026-01-03 bob", string.Join(", ", past.Select(change => $"{change.Made.At:yyyy-MM-dd} {change.Made.By}").Distinct()));
    }

    [Fact]
    public async Task What_changes_nothing_is_not_remembered()
    {
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)), new BrandChange.JoinGroup("Cup"), new BrandChange.Describe("a", "b"));
        Clock.Advance(TimeSpan.FromDays(1));

        var after = await ChangeAsync(
            acme,
            new BrandChange.Rename("Acme"),
            new BrandChange.AddExample("MAIN", Picture(1)),
            new BrandChange.AddLogo("Main"),
            new BrandChange.JoinGroup("cup"),
            new BrandChange.Describe("a", "b"),
            new BrandChange.Describe("c", null),
            new BrandChange.Restore());

        Assert.Equal(Spelled(acme), Spelled(after));
        Assert.Equal(4, (await Brands.ReadHistoryAsync(acme.Id, default)).Count);
    }

    [Fact]
    public async Task A_retired_brand_stays_with_all_it_has_and_keeps_its_name()
    {
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)));

        var retired = await ChangeAsync(acme, new BrandChange.Retire());

        Assert.True(retired.IsRetired);
        Assert.Equal(acme.Logos[0].Examples, retired.Logos[0].Examples);
        Assert.Equal("brand-exists", await RefusedAsync(() => AddAsync("acme")));
        Assert.False((await ChangeAsync(acme, new BrandChange.Restore())).IsRetired);
    }

    [Fact]
    public async Task Of_changes_that_cannot_all_be_made_none_is()
    {
        await AddAsync("taken");
        var acme = await AddAsync("Acme");

        Assert.Equal("brand-exists", await RefusedAsync(() => ChangeAsync(acme, new BrandChange.Describe("a", "b"), new BrandChange.Rename("Taken"))));
        Assert.Equal("not-in-group", await RefusedAsync(() => ChangeAsync(acme, new BrandChange.JoinGroup("x"), new BrandChange.LeaveGroup("y"))));
        Assert.Equal("no-such-example", await RefusedAsync(() => AddAsync("new", new BrandChange.RemoveExample(new ExampleId(99)))));

        Assert.Equal(Spelled(acme), Spelled((await Brands.FindAsync("acme", default))!));
        Assert.Equal(2, (await Brands.ListAsync(default)).Count);
        Assert.Single(await Brands.ReadHistoryAsync(acme.Id, default));
        Assert.Empty(await Brands.ListGroupsAsync(default));
    }

    [Fact]
    public async Task What_was_taken_away_can_be_added_again_under_a_new_number()
    {
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)), new BrandChange.AddExample("symbol", Picture(2)));
        var example = acme.Logos[0].Examples[0].Id;

        var after = await ChangeAsync(
            acme, new BrandChange.RemoveExample(example), new BrandChange.AddExample("main", Picture(1)), new BrandChange.RemoveLogo("symbol"), new BrandChange.AddExample("symbol", Picture(2)));

        Assert.Equal("Acme: ; ; main[1], symbol[2]", Said(after));
        Assert.NotEqual(example, after.Logos[0].Examples[0].Id);
        Assert.NotEqual(acme.Logos[1].Id, after.Logos[1].Id);
    }

    [Fact]
    public async Task A_group_goes_by_the_name_it_was_given_first()
    {
        await AddAsync("Acme", new BrandChange.JoinGroup("Tour de Suisse"));
        var other = await AddAsync("other", new BrandChange.JoinGroup("TOUR DE SUISSE"), new BrandChange.JoinGroup("Cup"));

        Assert.Equal(["Cup", "Tour de Suisse"], other.Groups);
        Assert.Equal([new BrandGroup("Cup", 1), new BrandGroup("Tour de Suisse", 2)], await Brands.ListGroupsAsync(default));
        await ChangeAsync(other, new BrandChange.LeaveGroup("cup"));
        Assert.Equal(new BrandGroup("Cup", 0), (await Brands.ListGroupsAsync(default))[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    [InlineData("evil\u202Ename")]
    public async Task A_name_that_cannot_be_shown_is_refused(string name)
    {
        Assert.Equal("bad-name", await RefusedAsync(() => AddAsync(name)));
        Assert.Equal("bad-name", await RefusedAsync(() => AddAsync("Acme", new BrandChange.JoinGroup(name))));
        Assert.Empty(await Brands.ListAsync(default));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Null(await Brands.FindAsync("acme", default));
        Assert.Null(await Brands.FindAsync("1", default));
        Assert.Empty(await Brands.ReadHistoryAsync(new BrandId(1), default));
        Assert.Equal("no-such-brand", await RefusedAsync(() => Brands.ChangeAsync(new BrandId(1), [], "ada", default)));
    }

    /// <summary>A picture whose bytes are named by a number.</summary>
    protected static ExamplePicture Picture(int number) =>
        new($"brands/aa/{Sha(number)}.png", Sha(number), 300, 200, new PixelBox(10, 20, 100, 50), new ExampleSource.PictureFile($"{number}.png"));

    protected Task<Brand> AddAsync(string name, params BrandChange[] changes) => Brands.AddAsync(name, changes, "ada", default);

    protected Task<Brand> ChangeAsync(Brand brand, params BrandChange[] changes) => Brands.ChangeAsync(brand.Id, changes, "bob", default);

    /// <summary>Everything of a brand, to be compared.</summary>
    protected static string Spelled(Brand brand) =>
        $"{brand.Id} {brand.IsRetired} {brand.Added} {brand.Changed} {Said(brand)} {string.Join(' ', brand.Logos.SelectMany(logo => logo.Examples.Select(example => $"{logo.Id} {example}")))}";

    private static ExamplePicture Crop(int number) => Picture(number) with
    {
        Source = new ExampleSource.VideoFrame(A.Id("match"), A.Time("1001/30000"), new PixelBox(1, 2, 300, 200)),
    };

    private static string Sha(int number) => number.ToString("x64", null);

    private static string Said(Brand brand) =>
        $"{brand.Name}: {string.Join(", ", brand.Attributes.Select(pair => $"{pair.Key}={pair.Value}"))}; {string.Join(", ", brand.Groups)}; "
        + string.Join(", ", brand.Logos.OrderBy(logo => logo.Name, StringComparer.Ordinal).Select(logo => $"{logo.Name}[{string.Join(' ', logo.Examples.Select(example => example.Picture.Sha256.TrimStart('0')))}]"));

    private static async Task<string> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<BrandException>(call)).Code;
}
