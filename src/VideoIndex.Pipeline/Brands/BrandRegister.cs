using VideoIndex.Brands;

namespace VideoIndex.Pipeline.Brands;

/// <summary>Says what came of registering a brand.</summary>
/// <param name="Brand">The brand as it stands now.</param>
/// <param name="IsNew">Whether it was not there before.</param>
/// <param name="NewExamples">How many of its pictures were not there before.</param>
public sealed record Registered(Brand Brand, bool IsNew, int NewExamples);

/// <summary>Adds a brand where there is none of the name, and to it where there is. Doing so twice changes nothing the second time.</summary>
public sealed class BrandRegister(IBrandStore brands)
{
    /// <summary>Registers a brand with what is known of it.</summary>
    /// <param name="name">Its name. Digits are a name here, never a number.</param>
    /// <param name="changes">What is known of it; its pictures are kept already.</param>
    /// <param name="by">Who registers it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="BrandException">A change cannot be made, or the brand is retired (<c>brand-retired</c>); then nothing is changed.</exception>
    public async Task<Registered> RegisterAsync(string name, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (await FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            try
            {
                var added = await brands.AddAsync(name, changes, by, cancellationToken).ConfigureAwait(false);
                return new Registered(added, IsNew: true, Examples(added).Count);
            }
            catch (BrandException exists) when (exists.Code == "brand-exists")
            {
                known = await FindAsync(name, cancellationToken).ConfigureAwait(false); // another program has just added it
                if (known is null)
                {
                    throw;
                }
            }
        }

        if (known.IsRetired)
        {
            throw new BrandException("brand-retired", $"The brand {known.Name} is retired. To go on with it: videoindex brand restore {known.Id.Number}");
        }

        var changed = await brands.ChangeAsync(known.Id, changes, by, cancellationToken).ConfigureAwait(false);
        return new Registered(changed, IsNew: false, Examples(changed).Except(Examples(known)).Count());
    }

    private async Task<Brand?> FindAsync(string name, CancellationToken cancellationToken) =>
        await brands.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } found && BrandName.Fold(found.Name) == BrandName.Fold(name) ? found : null;

    private static HashSet<ExampleId> Examples(Brand brand) => [.. brand.Logos.SelectMany(logo => logo.Examples.Select(example => example.Id))];
}
