import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openCustomerBridge } from './customer-bridge.ts';
import { CustomerScreen } from './features/customer-display/customer-screen.tsx';
import './ui/tokens.css';
import './ui/base.css';

const element = document.getElementById('root');
if (element === null) throw new Error('customer.html has no #root');
const root = createRoot(element);
openCustomerBridge().onView((view) =>
  root.render(
    <StrictMode>
      <CustomerScreen view={view} />
    </StrictMode>,
  ),
);
