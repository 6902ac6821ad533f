namespace VideoIndex.Brands;

/// <summary>Where brands and their logos are kept. Nothing is ever deleted, and every change is remembered.</summary>
/// <remarks>
/// Each call is one transaction: all its changes are durable when it completes, or none was made. A change to one brand
/// touches nothing of another. A change that would change nothing is not remembered.
/// </remarks>
public interface IBrandStore
{
    /// <summary>Returns every brand, retired ones included, in the order of their folded names.</summary>
    Task<IReadOnlyList<Brand>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Returns the brand a person means by its name, in any case and with or without accents, or by its number; null for none.</summary>
    /// <param name="nameOrNumber">A name first; a number where no brand is called that.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Brand?> FindAsync(string nameOrNumber, CancellationToken cancellationToken);

    /// <summary>Returns every group that has ever had a brand, in the order of their folded names.</summary>
    Task<IReadOnlyList<BrandGroup>> ListGroupsAsync(CancellationToken cancellationToken);

    /// <summary>Returns what was done to a brand, the oldest first.</summary>
    Task<IReadOnlyList<PastChange>> ReadHistoryAsync(BrandId brand, CancellationToken cancellationToken);

    /// <summary>Adds a brand, and makes changes to it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="changes">What else is known of it, in this order.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <exception cref="BrandException"><c>brand-exists</c>: another is called that; or a change cannot be made.</exception>
    Task<Brand> AddAsync(string name, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken);

    /// <summary>Makes changes to a brand, in this order.</summary>
    /// <returns>The brand as it stands afterwards.</returns>
    /// <exception cref="BrandException">There is no such brand, or a change cannot be made; then none is.</exception>
    Task<Brand> ChangeAsync(BrandId brand, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken);
}
