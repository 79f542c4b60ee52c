export async function askPocket(..._: unknown[]): Promise<null> { return null }
